-- Drives Neovim as a person would: it opens a note, types what $WEND_PLAN says, asks the server, and writes what came back
-- as JSON to $WEND_RESULT.
local vault, plan, result = vim.env.WEND_VAULT, vim.fn.json_decode(vim.env.WEND_PLAN), {}
local wend = { 'node', vim.env.WEND_PROGRAM, '-C', vault, 'lsp' }

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(vault .. '/' .. name))
  return vim.api.nvim_get_current_buf()
end

local client = vim.lsp.start_client({ name = 'wend', cmd = wend, root_dir = vault })
local function attach(buffer)
  vim.lsp.buf_attach_client(buffer, client)
end
local function ask(buffer, method, params)
  local answers, failure = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  assert(failure == nil, failure)
  local answer = answers[client]
  assert(answer ~= nil, method .. ': no answer')
  assert(answer.err == nil, vim.inspect(answer.err))
  return answer.result
end
local function at(buffer, line, character)
  return {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = character },
  }
end
--- The place of some words in a buffer (line, UTF-16 unit, byte), or a failure.
local function place(buffer, words)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local start = string.find(text, words, 1, true)
    if start then return number - 1, select(2, vim.str_utfindex(text, start - 1)), start - 1 end
  end
  error('not there: ' .. words)
end

local function run()
  local buffer = open(plan.note)
  vim.api.nvim_buf_set_lines(buffer, -1, -1, true, plan.typed)
  attach(buffer)
  assert(vim.wait(20000, function() return vim.lsp.get_client_by_id(client) and vim.lsp.get_client_by_id(client).initialized end))

  -- complete, and take the first that is offered
  local line, character = place(buffer, plan.begun)
  local list = ask(buffer, 'textDocument/completion', at(buffer, line, character + #plan.begun))
  local items = list.items or list
  result.completed = vim.tbl_map(function(item) return item.label end, items)
  vim.lsp.util.apply_text_edits({ items[1].textEdit }, buffer, 'utf-16')

  -- jump, through the editor's own function
  local byte
  line, character, byte = place(buffer, plan.link)
  vim.api.nvim_win_set_cursor(0, { line + 1, byte + 2 })
  vim.lsp.buf.definition()
  assert(vim.wait(20000, function() return vim.fn.expand('%:t') == plan.target end), 'no jump')
  result.jumped = { vim.fn.expand('%:t'), vim.api.nvim_win_get_cursor(0)[1] }

  -- problems
  vim.cmd('buffer ' .. buffer)
  assert(vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end), 'no diagnostics')
  result.problems = vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(buffer))

  -- an action, applied as the editor applies it
  line, character = place(buffer, plan.broken)
  local params = at(buffer, line, character + 3)
  params.range = { start = params.position, ['end'] = params.position }
  params.context = { diagnostics = {} }
  for _, action in ipairs(ask(buffer, 'textDocument/codeAction', params)) do
    if vim.startswith(action.title, 'Create ') then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      result.action = action.title
    end
  end
  open('nope.md')
  vim.api.nvim_buf_set_lines(0, 0, -1, true, { 'Words of it.' })
  vim.cmd('silent write')

  -- rename, through the editor's own function
  vim.cmd('buffer ' .. buffer)
  line, character, byte = place(buffer, plan.link)
  vim.api.nvim_win_set_cursor(0, { line + 1, byte + 2 })
  vim.lsp.buf.rename('Better name')
  assert(vim.wait(20000, function() return vim.fn.filereadable(vault .. '/better-name.md') == 1 end), 'no rename')
  vim.wait(300)
  vim.cmd('silent! wall')
end

local ok, failure = pcall(run)
if not ok then result.failure = tostring(failure) end
vim.fn.writefile({ vim.json and vim.json.encode(result) or vim.fn.json_encode(result) }, vim.env.WEND_RESULT)
vim.cmd('qall!')
