import { html, nothing } from 'lit'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import { INNER_COMPONENTS } from '../../../shared/office/standard.ts'
import { listPageText } from '../../../shared/text/list-pages.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { standardText } from '../../../shared/text/standard.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { chooser, textField, wordsField } from '../form/fields.ts'
import { choice } from '../settings-form.ts'
import { isLetter, minutesOf, MOST_MINUTES, stepsOf, stepsText } from './service-parts.ts'

/** The plain parts of a service as they are typed. */
export interface PlainForm {
  readonly service: ServiceInfo
  readonly tried: boolean
  readonly may: (part: string) => boolean
  /** What does not fit at a part. */
  readonly wrong: (part: string) => string
  readonly change: (part: Partial<ServiceInfo>) => void
}

type WordsPart = 'name' | 'detail' | 'product' | 'fee' | 'complaints'

/** What it is called, its letter, whose it is and what comes next. */
export function nameFields(form: PlainForm, { services, agencies }: OfficeInfo) {
  const { service, change } = form
  const whole = form.may('name')
  const next = services.filter(s => s.id !== service.id && !s.retired).map(s => ({ id: s.id, name: t(s.name) }))
  const owners = agencies.map(a => ({ id: a.id, name: t(a.name) }))
  const letter = {
    ...fieldOf(form, 'letter'),
    ...(form.tried && !isLetter(service.letter) ? { wrong: t(listPageText['letter.wrong']) } : {}),
    ...{ value: service.letter, most: 2, set: (typed: string) => change({ letter: typed.toUpperCase() }) },
  }
  return html`${whole ? wordsOf(form, 'name') : nothing} ${wordsOf(form, 'detail')}
  ${
    whole
      ? html`<div class="three top">
          ${textField(letter)}
          ${chooser(fieldOf(form, 'next'), service.next, next, t(words['next.none']), id => change({ next: id }))}
          ${
            owners.length > 0
              ? chooser(fieldOf(form, 'agency'), service.agency, owners, t(listPageText.whole), id =>
                  change({ agency: id }),
                )
              : nothing
          }
        </div>`
      : nothing
  }`
}

/** What of its standard is shown to citizens, beside its cases and papers. */
export function publishedFields(form: PlainForm) {
  const { service, change } = form
  return html`<div class="three top">
      ${minutesOf(service).map(([name, value, most]) =>
        textField({
          ...fieldOf(form, name),
          ...(form.tried && !(value >= 1 && value <= most)
            ? { wrong: t(words.minutes, { max: MOST_MINUTES[name] }) }
            : {}),
          ...{ value: Number.isFinite(value) ? String(value) : '', number: true, most: 3 },
          set: typed => change({ [name]: /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN }),
        }),
      )}
    </div>
    <div class="pair top">${steps(form, 0)}${steps(form, 1)}</div>
    ${wordsOf(form, 'product')} ${wordsOf(form, 'fee')}
    ${choice(service.free, t(parts.free), '', free => change({ free }))} ${wordsOf(form, 'complaints')}`
}

/** The eight components by which the office works. */
export function innerFields(form: PlainForm) {
  const { id, standard } = form.service
  return INNER_COMPONENTS.map(name =>
    wordsField(
      { field: `services.${id}.${name}`, label: t(standardText[name]), most: 2000, rows: 2 },
      standard[name],
      value => form.change({ standard: { ...standard, [name]: value } }),
    ),
  )
}

/** The way of a visit: where it is served, when the document is ready, what comes next. */
export function stepsLine(service: ServiceInfo, { counters, services }: OfficeInfo) {
  const at = counters.filter(c => c.services.includes(service.id)).map(c => c.name)
  const next = services.find(s => s.id === service.next)
  const minutes = t(words['said.minutes'], { n: service.typicalMinutes || '–' })
  const days = service.document ? t(words['said.days'], { n: service.document.workingDays }) : ''
  return html`<ol class="steps">
    <li><b>${at.join(', ') || t(words['counters.none'])}</b> <small>${minutes}</small></li>
    ${service.document ? html`<li>${icon('arrow')}<b>${t(service.document.name)}</b> <small>${days}</small></li>` : nothing}
    ${next ? html`<li>${icon('arrow')}<b>${t(next.name)}</b></li>` : nothing}
  </ol>`
}

function fieldOf(form: PlainForm, part: keyof typeof parts) {
  return { field: `services.${form.service.id}.${part}`, label: t(parts[part]), wrong: form.wrong(part) }
}

function wordsOf(form: PlainForm, part: WordsPart) {
  return wordsField(fieldOf(form, part), form.service[part], value => form.change({ [part]: value }))
}

/** The steps of the procedure in one language, one a line. */
function steps({ service, change }: PlainForm, lang: 0 | 1) {
  return textField({
    field: `services.${service.id}.procedure${lang ? '.en' : ''}`,
    label: `${t(parts.procedure)}${lang ? ' (EN)' : ''}`,
    note: t(words['procedure.note']),
    value: stepsText(service.procedure, lang),
    rows: 3,
    most: 4000,
    set: text => change({ procedure: stepsOf(text, service.procedure, lang) }),
  })
}
