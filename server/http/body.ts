import { AppError } from '../../shared/kit/errors.ts'
import { FILE_LIMIT } from '../../shared/ticket/scans.ts'
import type { Ctx } from './context.ts'

const MOST_BYTES = 64 * 1024
const TEXT_LIMIT = { mostBytes: MOST_BYTES, most: '64 KB' }
/** A scan of papers with what a form puts around it. */
const MOST_FORM_BYTES = 5.2 * 1024 * 1024
/** A photo that is too large, not a film. */
const MOST_RUN_OUT = 32 * 1024 * 1024

/** The body as text, of somebody who was let in by then; of a guest only while there is room for it. */
export async function textOf(c: Ctx, of: 'guest' | 'known'): Promise<string> {
  const stated = statedLength(c)
  if (stated !== undefined && stated > MOST_BYTES) throw new AppError('BODY_TOO_LARGE', TEXT_LIMIT)
  const leaves: (() => void)[] = []
  const enter = (bytes: number) => void (of === 'guest' && leaves.push(c.get('room')(bytes)))
  try {
    // A stated length is held by the HTTP parser itself; counting the bytes again would cost a quarter of the request.
    if (stated !== undefined) {
      enter(stated)
      return await c.req.text()
    }
    return new TextDecoder().decode(await bytesOf(c, MOST_BYTES, TEXT_LIMIT, async part => enter(part.length)))
  } finally {
    for (const leave of leaves) leave()
  }
}

/** Refuses a form with a file that says of itself that it is too large, before any of it is read. */
export function mustFitForm(c: Ctx): void {
  if ((statedLength(c) ?? 0) > MOST_FORM_BYTES) throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
}

/** The bytes of such a form; `pace` is waited for after each part, so that they come no faster than there is time for them. */
export function formBytes(c: Ctx, pace: () => Promise<void>): Promise<Uint8Array> {
  return bytesOf(c, MOST_FORM_BYTES, FILE_LIMIT, pace)
}

/** Lets what was not read run out, for a browser shows no answer before it has sent all; nothing of it is kept. */
export async function letRunOut(c: Ctx, pace: () => Promise<void>): Promise<void> {
  if (c.req.raw.bodyUsed) return
  let size = 0
  try {
    for await (const part of c.req.raw.body ?? []) {
      size += part.length
      if (size > MOST_RUN_OUT) return
      await pace()
    }
  } catch {
    // The sender left: nobody waits for the answer.
  }
}

/** The file of a form; one that breaks off or is no such form is the sender's fault, not ours. */
export async function fileIn(c: Ctx, bytes: Uint8Array): Promise<File> {
  const headers = { 'content-type': c.req.header('content-type') ?? '' }
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new AppError('BAD_REQUEST', { where: 'body', problem: 'not a form' })
  })
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new AppError('BAD_REQUEST', { where: 'file' })
  if (file.size > FILE_LIMIT.mostBytes) throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
  return file
}

async function bytesOf(
  c: Ctx,
  most: number,
  said: Record<string, unknown>,
  /** Done with each part before the next one is asked for. */
  taken: (part: Uint8Array) => Promise<void>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of c.req.raw.body ?? []) {
      size += part.length
      if (size > most) throw new AppError('BODY_TOO_LARGE', said)
      parts.push(part)
      await taken(part)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('BAD_REQUEST', { where: 'body', problem: 'broke off' })
  }
  return Buffer.concat(parts, size)
}

function statedLength(c: Ctx): number | undefined {
  const stated = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
  return stated === undefined ? undefined : Number(stated)
}
