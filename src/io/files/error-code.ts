/** The code of a system error (`ENOENT`, …); undefined for anything else. Not by `instanceof`, since errors may come from another realm. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/** A system error in words with its code, any other error's text: for messages. */
export function errorReason(error: unknown): string {
  const code = errorCode(error)
  if (code === undefined) return error instanceof Error ? error.message : String(error)
  const words = inWords.get(code)
  return words === undefined ? code : `${words} (${code})`
}

/** Error codes that users may meet, in words. */
const inWords: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EBUSY', 'it is in use'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EEXIST', 'it exists already'],
  ['EFBIG', 'it is too large'],
  ['EIO', 'the disk reports an error'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its symbolic links go round in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENFILE', 'too many files are open'],
  ['ENOENT', 'no such file or folder'],
  ['ENOSPC', 'no space left on the disk'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['ENOTEMPTY', 'the folder is not empty'],
  ['ENXIO', 'it is no regular file'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the disk is read-only'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large'],
  ['ERR_STRING_TOO_LONG', 'it is too large'],
])
