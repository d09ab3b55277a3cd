import { AppError } from '../../shared/kit/errors.ts'
import { MOST_FILE_BYTES } from '../services/booking/uploads.ts'
import type { Ctx } from './context.ts'

/** How large a scan may be, as a refusal says it. */
export const FILE_LIMIT = { mostBytes: MOST_FILE_BYTES, most: '5 MB' }

/** The fields of a form with files; one that breaks off or is no such form is the sender's fault, not ours. */
export async function formBody(c: Ctx): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody()
  } catch {
    throw new AppError('BAD_REQUEST', { where: 'body', problem: 'not a form' })
  }
}
