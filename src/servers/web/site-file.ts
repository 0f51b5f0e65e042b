/** What lies at an address: text, or bytes of a file. */
export type SiteFile = () => string | Uint8Array | Promise<string | Uint8Array>
