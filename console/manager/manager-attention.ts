import { html, type TemplateResult } from 'lit'
import type { Attention } from '../../shared/officer/attention.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { managerText } from '../../shared/text/manager.ts'
import { t } from '../../shared/web/lang.ts'
import { icon, type IconName } from '../../shared/web/ui/icons.ts'

/** One thing to look at, in words: what is so, and what could be done. */
export function attentionItem(item: Attention, office: OfficeInfo): TemplateResult {
  const counter = (id: string) => office.counters.find(c => c.id === id)?.name ?? id
  const service = (id: string) => t(office.services.find(s => s.id === id)!.name)
  const help = (id: string | undefined) =>
    id === undefined
      ? t(managerText['live.pastPromise.noHelp'])
      : t(managerText['live.pastPromise.help'], { counter: counter(id) })
  switch (item.kind) {
    case 'pastPromise':
      return line(
        'bad',
        'warning',
        t(managerText['live.pastPromise'], { service: service(item.serviceId) }),
        `${t(managerText['live.pastPromise.why'], { number: item.number, waited: item.waited, promise: item.promise })} ${help(item.helper)}`,
      )
    case 'nobody':
      return line(
        'bad',
        'user',
        t(managerText['live.unserved'], { service: service(item.serviceId) }),
        `${t(managerText['live.unserved.why'], { n: item.waiting })} ${item.helper === undefined ? '' : help(item.helper)}`,
      )
    case 'long':
      return line(
        'warn',
        'clock',
        t(managerText['live.long'], { counter: counter(item.counterId), served: item.served }),
        t(managerText['live.long.why'], { number: item.number, usual: item.usual }),
      )
  }
}

function line(tone: 'bad' | 'warn', sign: IconName, fact: string, more: string): TemplateResult {
  return html`<li class=${tone}>
    ${icon(sign)}<span><b>${fact}</b> ${more}</span>
  </li>`
}
