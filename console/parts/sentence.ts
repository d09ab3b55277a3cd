import { AppError } from '../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { errorText } from '../../shared/text/errors.ts'
import { codeOf } from '../../shared/web/client.ts'
import { lang } from '../../shared/web/lang.ts'

/** The sentence for anything that a request throws, in the language shown now; `data` overrides the error's own values. */
export function sentenceOf(error: unknown, data: Readonly<Record<string, unknown>> = {}): string {
  return errorText(codeOf(error), lang(), { ...(error instanceof AppError ? error.data : {}), ...data })
}

/** The same in an office that is known: a counter by its name. */
export function sentenceIn(office: OfficeInfo, error: unknown): string {
  const id = error instanceof AppError ? error.data?.['counterId'] : undefined
  const counter = office.counters.find(c => c.id === id)?.name
  return sentenceOf(error, counter === undefined ? {} : { counter })
}

/** Seconds that an error asks to wait before the next try; 0 when it does not. */
export function secondsToWait(error: unknown): number {
  const seconds = error instanceof AppError ? error.data?.['retryAfter'] : undefined
  return typeof seconds === 'number' ? seconds : 0
}
