/** What the compiler process is asked: a Typst template of ours, and the data it reads as `sys.inputs.data` (JSON). */
export type CompileRequest = { readonly template: string; readonly data: string }

/** What it answers. `isUniversal` is false where some sign exists in no font, so that PDF/UA-1 cannot be claimed. */
export type CompileAnswer = { readonly pdf: Uint8Array; readonly isUniversal: boolean } | { readonly error: string }
