import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Attention } from '../../shared/officer/attention.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { attentionText as words } from '../../shared/text/attention.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { counterName, serviceOf } from '../parts/names.ts'

/** What needs a decision in two pieces: the fact, and what more is known of it. */
export function attentionSays(
  item: Attention,
  office: OfficeInfo,
  day: QueueDay,
  now: Instant,
): readonly [string, string] {
  if ('serviceId' in item) {
    const service = t(serviceOf(office, item.serviceId)!.name)
    const helper = item.helper === undefined ? undefined : counterName(office, item.helper)
    const help = helper === undefined ? t(words.noHelp) : t(words.help, { counter: helper })
    if (item.kind === 'nobody') return [t(words.nobody, { service }), helper === undefined ? '' : help]
    const { number, waited, promise, people } = item
    return [
      t(words.pastPromise, { service }),
      `${t(words['pastPromise.why'], { number, waited, promise, n: people })} ${help}`,
    ]
  }
  if (item.kind === 'device') {
    const minutes = Math.floor((now - item.since) / MINUTE)
    return [t(words.device, { name: item.name, minutes }), t(words[`device.${item.deviceKind}`])]
  }
  if (item.kind === 'standstill') return [t(words.standstill), t(words['standstill.why'])]
  const told = { counter: counterName(office, item.counterId), minutes: item.minutes, number: item.number ?? '' }
  const fact = t(words[item.kind], told)
  const nudgedAt = day.counters[item.counterId]?.nudgedAt
  const at = nudgedAt === undefined ? '' : timeText(nudgedAt, office.zone, lang())
  const asked = at === '' || item.kind === 'left' ? '' : ` ${t(words.nudged, { at })}`
  if (item.kind === 'called') return [fact, t(words['called.calls'], { calls: item.calls }) + asked]
  if (item.kind === 'long') return [fact, t(words['long.why'], { usual: item.usual }) + asked]
  return [fact, item.kind === 'left' && item.number !== undefined ? t(words['left.with'], told) : asked]
}
