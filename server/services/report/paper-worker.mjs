// Makes papers in a thread of its own: one call takes its whole time, and nobody at a counter may wait for it.
import { setPriority } from 'node:os'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

// On a machine that is full the desk goes first. Elsewhere than on Linux this would be the whole program's.
if (process.platform === 'linux') setPriority(10)

const { fonts, workspace, templates } = workerData
const at = name => path.join(workspace, name)
/** What a cell holds, by its name: constructors cannot be sent here. */
const TYPES = { String, Number, Formula: 'Formula' }
let compiler

parentPort.on('message', job => {
  const made = job.is === 'pdf' ? pdf(job) : workbook(job)
  made.then(
    bytes => parentPort.postMessage({ bytes }, [bytes.buffer]),
    error => parentPort.postMessage({ error: String(error?.message ?? error) }),
  )
})

async function pdf({ template, doc, files, standard, at: made }) {
  if (!compiler) {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] })
  }
  try {
    compiler.addSource(at('main.typ'), templates[template])
    for (const [name, bytes] of files) compiler.mapShadow(at(name), Buffer.from(bytes))
    const asked = { mainFilePath: at('main.typ'), inputs: { doc } }
    return new Uint8Array(compiler.pdf(asked, { pdfStandard: standard, creationTimestamp: made }))
  } finally {
    compiler.resetShadow()
    compiler.evictCache(10)
  }
}

/** Answers come as bytes, a row of `columns` after the other, 0 for none: as cells they would be copied one by one. */
async function workbook({ sheets }) {
  const { default: write } = await import('write-excel-file/node')
  const typed = cell => cell && { ...cell, type: TYPES[cell.type] }
  const made = sheets.map(({ answers, data, ...sheet }) => {
    const told = data.map(row => row.map(typed))
    return { ...sheet, data: answers ? [...told, ...rows(answers)] : told }
  })
  return new Uint8Array(await write(made).toBuffer())
}

function* rows({ marks, columns }) {
  const cell = value => (value === 0 ? null : { value, type: Number })
  for (let from = 0, n = 1; from < marks.length; from += columns, n++)
    yield [cell(n), ...Array.from(marks.subarray(from, from + columns), cell)]
}
