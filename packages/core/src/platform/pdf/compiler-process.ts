import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { CompileAnswer, CompileRequest } from './messages.ts'

// A root that does not exist: a template can neither read nor import a file.
const compiler = NodeCompiler.create({ workspace: '/nonexistent' })

function compile({ template, data }: CompileRequest): NodeTypstDocument {
  const result = compiler.compile({ mainFileContent: template, inputs: { data } })
  const failure = result.takeError()
  if (failure) throw new Error(JSON.stringify(compiler.fetchDiagnostics(failure)))
  if (!result.result) throw new Error('the compiler answered no document')
  return result.result
}

function answer(request: CompileRequest): CompileAnswer {
  try {
    const document = compile(request)
    try {
      return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), isUniversal: true }
    } catch (failure) {
      // The standard demands a glyph for every sign. A tagged document with one empty box is better than none.
      if (!String(failure).includes('could not be displayed')) throw failure
      return { pdf: compiler.pdf(document), isUniversal: false }
    }
  } catch (failure) {
    return { error: failure instanceof Error ? failure.message : String(failure) }
  } finally {
    compiler.evictCache(10)
  }
}

process.on('message', (request: CompileRequest) => {
  process.send?.(answer(request))
})
process.on('disconnect', () => process.exit(0))
