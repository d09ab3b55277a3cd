import { AppError } from '../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { errorText } from '../../shared/text/errors.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { codeOf } from '../../shared/web/client.ts'
import { lang } from '../../shared/web/lang.ts'

const A_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The sentence for anything that a request throws, in the language shown now, its dates as people write them; `data` overrides the
 * error's own values.
 */
export function sentenceOf(error: unknown, data: Readonly<Record<string, unknown>> = {}): string {
  const all = { ...(error instanceof AppError ? error.data : {}), ...data }
  const said = Object.entries(all).map(([key, value]) => {
    const isDate = typeof value === 'string' && A_DATE.test(value)
    return [key, isDate ? dateYearText(value, lang()) : value] as const
  })
  return errorText(codeOf(error), lang(), Object.fromEntries(said))
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
