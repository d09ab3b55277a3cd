import type { OfficeInfo } from '../../../shared/office/office.ts'
import { flagText, integrityText as words } from '../../../shared/text/integrity.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import { counterName } from '../../parts/names.ts'
import type { ToldFlag } from './view.ts'

/** A flag in words: what it is, and where and how much. */
export function flagSays(office: OfficeInfo, flag: ToldFlag): readonly [string, string] {
  const { kind, key, device, counterId, on, answers, percent, others } = flag
  const where = [
    ...(counterId === undefined ? [] : [counterName(office, counterId)]),
    ...(key === undefined ? [] : [t(words[`key.${key}`])]),
    ...(device === undefined ? [] : [t(words[`device.${device}`])]),
    ...(on === undefined ? [] : [dateYearText(on, lang())]),
  ]
  const ofAnswers = kind === 'alike' || kind === 'fast'
  const count =
    answers !== undefined
      ? t(words.count, { n: numberText(answers, lang()) })
      : t(words[ofAnswers ? 'count.kept' : 'count.few'])
  const shares =
    percent === undefined || others === undefined
      ? []
      : [
          t(words[kind === 'end' ? 'shares.end' : 'shares'], {
            percent: numberText(percent, lang()),
            others: numberText(others, lang()),
          }),
        ]
  return [t(flagText[kind]), [count, ...where, ...shares].join(' · ')]
}
