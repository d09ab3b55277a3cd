import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/kit/errors.ts'
import { glyphsOf } from './glyphs.ts'
import { POSTER_TEMPLATE } from './poster-template.ts'
import { TEMPLATE } from './template.ts'

/** How long the thread is kept after its last paper, and how long one may take. */
const [KEPT, LONGEST] = [60_000, 60_000]
/** Papers that may wait; whoever comes then is told to try again. */
const MOST_WAITING = 8
/** Where the template believes to lie: nothing is there, so it can read no file but those handed in. */
const NOWHERE = path.resolve('/tanggap-report')

/** A PDF to be set from a template. */
interface PdfJob {
  readonly is: 'pdf'
  readonly template: 'report' | 'poster'
  /** What the template draws, as JSON. */
  readonly doc: string
  /** Pictures and attachments by the names under which the template reads them. */
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[]
  readonly standard: 'ua-1' | 'a-3a'
  /** Seconds since 1970: the same paper has the same bytes. */
  readonly at: number
}

/** A workbook to be written: its sheets as `write-excel-file` takes them, those of answers with their marks as bytes. */
interface WorkbookJob {
  readonly is: 'xlsx'
  readonly sheets: readonly unknown[]
}

/** Makes papers, one after another, in a thread of its own: nobody at a counter waits for one. */
export interface PaperThread {
  /** The library that sets PDFs is there: it is an optional one, of some platforms alone. */
  readonly setsPdf: boolean
  /** The signs that both weights of the font have. */
  signs(): Promise<ReadonlySet<number>>
  /** Throws `PAPER_AWAY` where the library is missing or cannot do it, and `PAPER_BUSY` where too many wait. */
  make(job: PdfJob | WorkbookJob): Promise<Buffer>
  stop(): Promise<void>
}

export function createPaperThread({
  setsPdf = found('@myriaddreamin/typst-ts-node-compiler') !== undefined,
}: { readonly setsPdf?: boolean } = {}): PaperThread {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let signs: Promise<ReadonlySet<number>> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const family = path.dirname(found('@expo-google-fonts/plus-jakarta-sans/package.json')!)
  const fonts = ['400Regular', '700Bold'].map(weight => path.join(family, weight))

  function started(): Worker {
    clearTimeout(idle)
    if (worker) return worker
    const workerData = { fonts, workspace: NOWHERE, templates: { report: TEMPLATE, poster: POSTER_TEMPLATE } }
    const own = new Worker(new URL('paper-worker.mjs', import.meta.url), { workerData })
    own.unref()
    own.once('exit', () => {
      if (worker === own) worker = undefined
    })
    worker = own
    return own
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const own = worker
    worker = undefined
    await own?.terminate()
  }

  function work(job: PdfJob | WorkbookJob): Promise<Buffer> {
    const own = started()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => done(new Error('a paper took too long')), LONGEST)
      const heard = (said: { readonly bytes?: Uint8Array; readonly error?: string }) =>
        done(said.bytes ?? new Error(said.error))
      const failed = (error: Error) => done(error)
      const left = () => done(new Error('the thread of papers ended'))
      own.on('message', heard)
      own.on('error', failed)
      own.on('exit', left)
      function done(result: Uint8Array | Error): void {
        clearTimeout(timer)
        own.off('message', heard)
        own.off('error', failed)
        own.off('exit', left)
        if (result instanceof Error) {
          void end()
          return reject(result)
        }
        idle = setTimeout(() => void end(), KEPT).unref()
        resolve(Buffer.from(result.buffer, result.byteOffset, result.byteLength))
      }
      own.postMessage(job)
    })
  }

  return {
    setsPdf,
    signs: () => (signs ??= signsOf(fonts)),
    async make(job) {
      if (job.is === 'pdf' && !setsPdf) throw new AppError('PAPER_AWAY')
      if (waiting >= MOST_WAITING) throw new AppError('PAPER_BUSY')
      waiting += 1
      const mine = last.then(() => work(job))
      last = mine.catch(() => undefined)
      try {
        return await mine
      } catch (cause) {
        throw new AppError('PAPER_AWAY', { problem: cause instanceof Error ? cause.message.slice(0, 300) : '' })
      } finally {
        waiting -= 1
      }
    },
    stop: end,
  }
}

async function signsOf(folders: readonly string[]): Promise<ReadonlySet<number>> {
  const names = ['PlusJakartaSans_400Regular.ttf', 'PlusJakartaSans_700Bold.ttf']
  const fonts = await Promise.all(folders.map((folder, i) => readFile(path.join(folder, names[i]!))))
  const [plain, bold] = fonts.map(glyphsOf)
  return new Set([...plain!].filter(sign => bold!.has(sign)))
}

/** Where a package lies; undefined where it is not installed, or not for this platform. */
function found(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
