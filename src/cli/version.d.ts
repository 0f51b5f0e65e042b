/** The version of the package, filled in by the build. */
declare const WEND_VERSION: string

/** The id of the bundle that runs, filled in by the build; caches are valid for one bundle only. Missing when run from source. */
declare const WEND_BUILD: string | undefined
