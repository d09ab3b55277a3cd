import { html, nothing } from 'lit'
import type { ServiceInfo } from '../../shared/office/office.ts'
import { documentSettings, serviceSettings } from '../../shared/office/settings/service-settings.ts'
import type { SettingTable } from '../../shared/office/settings/setting.ts'
import { adminBookingText as words } from '../../shared/text/admin-booking.ts'
import { t } from '../../shared/web/lang.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { askingFields } from './papers/asking-fields.ts'
import { MOST_WAVES, RELEASES, type DraftService, type DraftWave } from './draft-services.ts'
import { area, bareLine, choice, pane, problemLine, select, type SettingsForm } from './settings-form.ts'
import { tableFields, type TableForm } from './settings-table.ts'

/** One service as it is typed, with the way to change it. */
interface ServiceForm {
  readonly form: SettingsForm
  readonly service: DraftService
  readonly change: (part: Partial<DraftService>) => void
}

/** How each service is booked and which document it yields; folded, with a line that says how it stands. */
export function servicesSection(form: SettingsForm) {
  const { draft, stored, problems, set } = form
  const folds = pane(
    t(words.services),
    html`<div class="folds">
      ${draft.services.map(service => {
        const info = stored.services.find(s => s.id === service.id)
        const wrong = Object.keys(problems).some(name => name.startsWith(`service.${service.id}.`))
        const change = (part: Partial<DraftService>) =>
          set({ services: draft.services.map(s => (s.id === service.id ? { ...s, ...part } : s)) })
        return info ? fold(info, { form, service, change }, wrong) : nothing
      })}
    </div>`,
    t(words['services.note']),
  )
  return html`<div class="stack">${folds} ${elsewhere(form)}</div>`
}

function fold(info: ServiceInfo, it: ServiceForm, wrong: boolean) {
  return html`<details ?open=${wrong}>
    <summary>${icon('chevron')}<b>${info.letter} · ${t(info.name)}</b> <span>${summary(it.service)}</span></summary>
    <div class="pair top">
      <div class="stack">${booking(it)}</div>
      <div class="stack">${document(it)}</div>
    </div>
    ${asking(it)} ${found(it)}
  </details>`
}

function asking({ form, service, change }: ServiceForm) {
  const at = `service.${service.id}.`
  return askingFields({
    draft: service.asking,
    line: field => bareLine(form.problems, { ...field, name: at + field.name }, 'text'),
    problem: name => problemLine(at + name, form.problems),
    set: draft => change({ asking: draft }),
  })
}

function found({ form, service, change }: ServiceForm) {
  const field = {
    name: `service.${service.id}.keywords`,
    label: t(words.keywords),
    value: service.keywords,
    set: (value: string) => change({ keywords: value }),
  }
  return html`<div class="words stack">
    ${area(form.problems, field, 4)}
    <p class="note">${t(words['keywords.note'])}</p>
    ${choice(service.advises, t(words.advises), t(words['advises.note']), advises => change({ advises }))}
  </div>`
}

/** What other offices do, which the search tells of. */
function elsewhere({ draft, problems, set }: SettingsForm) {
  const field = {
    name: 'elsewhere',
    label: t(words.elsewhere),
    value: draft.elsewhere,
    set: (value: string) => set({ elsewhere: value }),
  }
  return pane(t(words.elsewhere), area(problems, field, 10, true), t(words['elsewhere.note']))
}

function summary(s: DraftService): string {
  const release =
    s.release === 'waves' ? t(words['sum.waves'], { n: s.waves.length }) : t(words[`release.${s.release}`])
  return [
    s.booked ? release : t(words['sum.walkIn']),
    s.booked && s.dailyQuota ? t(words['sum.quota'], { n: s.dailyQuota }) : '',
    s.booked && s.files ? t(words['sum.files']) : '',
    s.document ? t(words[documentSum(s)], { name: t([s.docId, s.docEn]), n: s.workingDays }) : '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

function documentSum({ workingDays }: DraftService) {
  return workingDays.trim() === '1' ? 'sum.document.one' : 'sum.document'
}

function booking(it: ServiceForm) {
  const { service, change } = it
  return html`${choice(service.booked, t(words['service.booked']), t(words['service.booked.note']), booked =>
    change({ booked }),
  )}${
    service.booked
      ? html`<div>
            ${select(
              t(words['service.release']),
              service.release,
              RELEASES,
              v => t(words[`release.${v}`]),
              release => change({ release }),
            )}
            <p class="note">${t(words[`release.${service.release}.note`])}</p>
          </div>
          ${service.release === 'waves' ? waves(it) : service.release === 'draw' ? drawFields(it) : nothing}
          ${tableFields(tableOf(it, serviceSettings), 'booking')}`
      : nothing
  }`
}

function waves({ form, service, change }: ServiceForm) {
  const name = `service.${service.id}.waves`
  const cell = (wave: DraftWave, i: number, key: keyof DraftWave, label: string) =>
    bareLine(form.problems, {
      name,
      label,
      say: t(words['wave.nth'], { n: i + 1, field: label }),
      value: wave[key],
      set: value => change({ waves: service.waves.map((w, at) => (at === i ? { ...w, [key]: value } : w)) }),
    })
  return html`<div class="waves">
    ${service.waves.map(
      (wave, i) =>
        html`<div class="wave">
          ${cell(wave, i, 'daysAhead', t(words['wave.days']))} ${cell(wave, i, 'share', t(words['wave.share']))}
          <ui-button
            size="s"
            label=${t(words['wave.remove'], { n: i + 1 })}
            ?disabled=${service.waves.length === 1}
            @click=${() => change({ waves: service.waves.filter((_, at) => at !== i) })}
            >${icon('close')}</ui-button
          >
        </div>`,
    )}
    ${problemLine(name, form.problems)}
    <ui-button
      size="s"
      ?disabled=${service.waves.length >= MOST_WAVES}
      @click=${() => change({ waves: [...service.waves, { daysAhead: '0', share: '0' }] })}
      >${t(words['wave.add'])}</ui-button
    >
  </div>`
}

function drawFields({ form, service, change }: ServiceForm) {
  const name = `service.${service.id}.draw`
  return html`<div>
    <div class="pair">
      ${bareLine(form.problems, {
        name,
        label: t(words['draw.opens']),
        value: service.opens,
        set: opens => change({ opens }),
      })}
      ${bareLine(form.problems, {
        name,
        label: t(words['draw.closes']),
        value: service.closes,
        set: closes => change({ closes }),
      })}
    </div>
    ${problemLine(name, form.problems)}
  </div>`
}

function document(it: ServiceForm) {
  const { form, service, change } = it
  const name = `service.${service.id}.name`
  const named = (key: 'docId' | 'docEn', label: string) =>
    bareLine(form.problems, { name, label, value: service[key], set: value => change({ [key]: value }) }, 'text')
  return html`${choice(service.document, t(words['service.document']), t(words['service.document.note']), on =>
    change({ document: on }),
  )}${
    service.document
      ? html`<div class="stack">
          ${named('docId', t(words['document.nameId']))} ${named('docEn', t(words['document.nameEn']))}
          ${problemLine(name, form.problems)} ${tableFields(tableOf(it, documentSettings), 'document')}
        </div>`
      : nothing
  }`
}

function tableOf({ form, service, change }: ServiceForm, table: SettingTable): TableForm {
  const typed = Object.fromEntries(Object.entries(service))
  return { table, typed, problems: form.problems, at: `service.${service.id}.`, change }
}
