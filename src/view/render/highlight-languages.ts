import type { LanguageFn } from 'highlight.js'
import { nameTable } from '../../core/model/name-table.ts'

type Load = () => Promise<{ readonly default: LanguageFn }>

const python: Load = () => import('highlight.js/lib/languages/python')
const javascript: Load = () => import('highlight.js/lib/languages/javascript')
const typescript: Load = () => import('highlight.js/lib/languages/typescript')
const bash: Load = () => import('highlight.js/lib/languages/bash')
const json: Load = () => import('highlight.js/lib/languages/json')
const yaml: Load = () => import('highlight.js/lib/languages/yaml')
const xml: Load = () => import('highlight.js/lib/languages/xml')
const css: Load = () => import('highlight.js/lib/languages/css')
const scss: Load = () => import('highlight.js/lib/languages/scss')
const c: Load = () => import('highlight.js/lib/languages/c')
const cpp: Load = () => import('highlight.js/lib/languages/cpp')
const csharp: Load = () => import('highlight.js/lib/languages/csharp')
const java: Load = () => import('highlight.js/lib/languages/java')
const kotlin: Load = () => import('highlight.js/lib/languages/kotlin')
const swift: Load = () => import('highlight.js/lib/languages/swift')
const go: Load = () => import('highlight.js/lib/languages/go')
const rust: Load = () => import('highlight.js/lib/languages/rust')
const ruby: Load = () => import('highlight.js/lib/languages/ruby')
const php: Load = () => import('highlight.js/lib/languages/php')
const perl: Load = () => import('highlight.js/lib/languages/perl')
const lua: Load = () => import('highlight.js/lib/languages/lua')
const r: Load = () => import('highlight.js/lib/languages/r')
const julia: Load = () => import('highlight.js/lib/languages/julia')
const matlab: Load = () => import('highlight.js/lib/languages/matlab')
const scala: Load = () => import('highlight.js/lib/languages/scala')
const haskell: Load = () => import('highlight.js/lib/languages/haskell')
const ocaml: Load = () => import('highlight.js/lib/languages/ocaml')
const clojure: Load = () => import('highlight.js/lib/languages/clojure')
const elixir: Load = () => import('highlight.js/lib/languages/elixir')
const erlang: Load = () => import('highlight.js/lib/languages/erlang')
const sql: Load = () => import('highlight.js/lib/languages/sql')
const diff: Load = () => import('highlight.js/lib/languages/diff')
const makefile: Load = () => import('highlight.js/lib/languages/makefile')
const dockerfile: Load = () => import('highlight.js/lib/languages/dockerfile')
const ini: Load = () => import('highlight.js/lib/languages/ini')
const markdown: Load = () => import('highlight.js/lib/languages/markdown')
const latex: Load = () => import('highlight.js/lib/languages/latex')
const powershell: Load = () => import('highlight.js/lib/languages/powershell')
const vim: Load = () => import('highlight.js/lib/languages/vim')
const lisp: Load = () => import('highlight.js/lib/languages/lisp')
const fortran: Load = () => import('highlight.js/lib/languages/fortran')
const graphql: Load = () => import('highlight.js/lib/languages/graphql')
const protobuf: Load = () => import('highlight.js/lib/languages/protobuf')
const nginx: Load = () => import('highlight.js/lib/languages/nginx')
const nix: Load = () => import('highlight.js/lib/languages/nix')
const cmake: Load = () => import('highlight.js/lib/languages/cmake')
const dart: Load = () => import('highlight.js/lib/languages/dart')
const less: Load = () => import('highlight.js/lib/languages/less')

/** The grammars of the common languages by the words that follow a fence; each is loaded on its own. */
export const grammarsByWord: Readonly<Record<string, Load>> = nameTable({
  python,
  py: python,
  python3: python,
  pycon: python,
  javascript,
  js: javascript,
  jsx: javascript,
  mjs: javascript,
  node: javascript,
  typescript,
  ts: typescript,
  tsx: typescript,
  bash,
  sh: bash,
  shell: bash,
  zsh: bash,
  console: bash,
  json,
  jsonc: json,
  json5: json,
  yaml,
  yml: yaml,
  html: xml,
  xml,
  svg: xml,
  css,
  scss,
  c,
  h: c,
  cpp,
  'c++': cpp,
  cc: cpp,
  hpp: cpp,
  cuda: cpp,
  csharp,
  cs: csharp,
  'c#': csharp,
  java,
  kotlin,
  kt: kotlin,
  swift,
  go,
  golang: go,
  rust,
  rs: rust,
  ruby,
  rb: ruby,
  php,
  perl,
  pl: perl,
  lua,
  r,
  julia,
  jl: julia,
  matlab,
  octave: matlab,
  scala,
  haskell,
  hs: haskell,
  ocaml,
  ml: ocaml,
  clojure,
  clj: clojure,
  elixir,
  ex: elixir,
  erlang,
  sql,
  diff,
  patch: diff,
  makefile,
  make: makefile,
  dockerfile,
  docker: dockerfile,
  ini,
  toml: ini,
  markdown,
  md: markdown,
  latex,
  tex: latex,
  powershell,
  ps1: powershell,
  vim,
  lisp,
  fortran,
  graphql,
  protobuf,
  proto: protobuf,
  nginx,
  nix,
  cmake,
  dart,
  less,
})
