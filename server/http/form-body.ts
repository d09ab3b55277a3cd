import { AppError } from '../../shared/kit/errors.ts'
import type { Ctx } from './context.ts'

/** The fields of a form with files; one that breaks off or is no such form is the sender's fault, not ours. */
export async function formBody(c: Ctx): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody()
  } catch {
    throw new AppError('BAD_REQUEST', { where: 'body', problem: 'not a form' })
  }
}
