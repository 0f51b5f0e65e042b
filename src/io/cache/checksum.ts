import * as zlib from 'node:zlib'

/** CRC-32 of bytes, continued from `before`. Node has it from 20.15 on. */
export function checksum(bytes: Uint8Array, before = 0): number {
  return 'crc32' in zlib ? zlib.crc32(bytes, before) : slowChecksum(bytes, before)
}

function slowChecksum(bytes: Uint8Array, before: number): number {
  let sum = ~before
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
