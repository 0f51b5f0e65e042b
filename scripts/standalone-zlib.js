/* global Bun */
// What src/io/cache/checksum.ts needs of node:zlib, in the standalone executable: its runtime takes 10 ms to load that
// module with the streams behind it, and has the same sum built in.
export const crc32 = (bytes, before) => Bun.hash.crc32(bytes, before)
