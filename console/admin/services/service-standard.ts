import { html, nothing } from 'lit'
import type { ServiceInfo } from '../../../shared/office/office.ts'
import { INNER_COMPONENTS } from '../../../shared/office/standard.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { standardText } from '../../../shared/text/standard.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { gapsOf, serviceHref, type Gap } from './service-parts.ts'

/** The fourteen components of a service's standard: what each says, and the way to those that nobody has filled in. */
export function standardPane(service: ServiceInfo, path: string, fill: (gap: Gap) => void) {
  const gaps = gapsOf(service)
  const line = (component: Gap, said: string) =>
    gaps.includes(component) ? missing(component, path, fill) : filled(t(standardText[component]), said)
  const { cases, requirements, procedure, standard } = service
  return html`<section class="pane" aria-labelledby="standard">
    <header>
      <h2 id="standard">${t(words.standard)}</h2>
      <ui-tag tone=${gaps.length > 0 ? 'bad' : 'go'}>${t(words.filled, { n: 14 - gaps.length })}</ui-tag>
    </header>
    <h3>${t(words.published)}</h3>
    <ul class="comp">
      ${line('requirements', t(words['said.papers'], { n: requirements.length, cases: cases.length }))}
      ${line('procedure', t(words['said.steps'], { n: procedure.length }))} ${filled(t(words.time), timeSaid(service))}
      ${line('fee', service.free ? t(words.gratis) : t(service.fee))} ${line('product', t(service.product))}
      ${line('complaints', t(service.complaints))}
    </ul>
    <h3>${t(words.inner)}</h3>
    <ul class="comp">
      ${INNER_COMPONENTS.map(name => line(name, t(standard[name])))}
    </ul>
  </section>`
}

function timeSaid({ standardMinutes, document }: ServiceInfo): string {
  const atCounter = t(words['said.minutes'], { n: Number.isFinite(standardMinutes) ? standardMinutes : '–' })
  return document ? `${atCounter}, ${t(words['said.days'], { n: document.workingDays })}` : atCounter
}

function filled(name: string, said: string) {
  return html`<li>${icon('check')}<b>${name}</b><span title=${said || nothing}>${said}</span></li>`
}

function missing(gap: Gap, path: string, fill: (gap: Gap) => void) {
  const name = t(standardText[gap])
  const go = (e: Event) => {
    e.preventDefault()
    fill(gap)
  }
  return html`<li class="miss">
    ${icon('warning')}<b>${name}</b
    ><span
      >${t(words['not.filled'])}
      <a href=${serviceHref(path)} aria-label=${t(words['fill.label'], { name })} @click=${go}
        >${t(words.fill)}</a
      ></span
    >
  </li>`
}
