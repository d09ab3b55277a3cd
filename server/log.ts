import { pino, type Logger } from 'pino'

/** Kept until a disk that was full takes it; what goes beyond is counted. */
const MOST_KEPT = 4_000_000

/** So long the program waits at its end for what it said last to be taken. */
const LAST_WORDS_MS = 2_000

/** The log of the program, and what became of it: writes that failed, and lines that nobody will read. */
export interface Log {
  readonly log: Logger
  faults(): { readonly failed: number; readonly lost: number }
  /** Ends the program, with the log written as far as anybody takes it. */
  end(code: number): void
}

/** Logs to the standard output. Where nobody reads it or its disk is full the office goes on, and the figures say so. */
export function openLog(level: string): Log {
  const out = pino.destination({ dest: 1, sync: false, maxLength: MOST_KEPT })
  const count = { failed: 0, lost: 0 }
  let isGone = false
  const failed = ({ code }: NodeJS.ErrnoException) => {
    count.failed += 1
    if (code !== 'EPIPE' || isGone) return
    isGone = true
    count.lost += 1
  }
  out.on('error', failed)
  out.on('drop', () => (count.lost += 1))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', failed)
  const write = (line: string) => {
    if (isGone) count.lost += 1
    else out.write(line)
  }
  const end = (code: number) => {
    const leave = () => {
      // By itself it would try again for ever.
      out.flushSync = () => {}
      process.exit(code)
    }
    if (isGone) return leave()
    isGone = true
    out.once('finish', leave)
    out.once('error', leave)
    // A program that is stuck in a write to whoever reads nothing cannot even exit.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), LAST_WORDS_MS)
    out.end()
  }
  return { log: pino({ level, base: null }, { write }), faults: () => ({ ...count }), end }
}
