import { AppError } from '../../shared/kit/errors.ts'
import { errorText } from '../../shared/text/errors.ts'
import { codeOf } from '../../shared/web/client.ts'
import { lang } from '../../shared/web/lang.ts'

/** The sentence for anything that a request throws, in the language shown now; `data` overrides the error's own values. */
export function sentenceOf(error: unknown, data: Readonly<Record<string, unknown>> = {}): string {
  return errorText(codeOf(error), lang(), { ...(error instanceof AppError ? error.data : {}), ...data })
}

/** Seconds that an error asks to wait before the next try; 0 when it does not. */
export function secondsToWait(error: unknown): number {
  const seconds = error instanceof AppError ? error.data?.['retryAfter'] : undefined
  return typeof seconds === 'number' ? seconds : 0
}
