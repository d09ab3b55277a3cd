import { html, nothing } from 'lit'
import { documentSettings, serviceSettings } from '../../../shared/office/settings/service-settings.ts'
import type { SettingTable } from '../../../shared/office/settings/setting.ts'
import { adminBookingText as words } from '../../../shared/text/admin-booking.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import type { Problems } from '../draft-days.ts'
import { area, bareLine, choice, problemLine, select } from '../settings-form.ts'
import { tableFields, type TableForm } from '../settings-table.ts'
import { MOST_WAVES, RELEASES, type DraftService, type DraftWave } from './draft-service.ts'

/** One service as it is typed, what is wrong with it, and the way to change it. */
export interface TypedForm {
  readonly typed: DraftService
  readonly problems: Problems
  readonly change: (part: Partial<DraftService>) => void
}

/** How it is booked and which document it yields, in one line. */
export function bookingSaid(s: DraftService): string {
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

/** How it is booked: whether at all, how its places are given out, how many a day, with files or not. */
export function bookingFields(it: TypedForm) {
  const { typed: service, change } = it
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
          ${tableFields(tableOf(it, serviceSettings, 'booking.'), 'booking')}`
      : nothing
  }`
}

function waves({ typed: service, problems, change }: TypedForm) {
  const name = 'booking.waves'
  const cell = (wave: DraftWave, i: number, key: keyof DraftWave, label: string) =>
    bareLine(problems, {
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
    ${problemLine(name, problems)}
    <ui-button
      size="s"
      ?disabled=${service.waves.length >= MOST_WAVES}
      @click=${() => change({ waves: [...service.waves, { daysAhead: '0', share: '0' }] })}
      >${t(words['wave.add'])}</ui-button
    >
  </div>`
}

function drawFields({ typed: service, problems, change }: TypedForm) {
  const name = 'booking.draw'
  return html`<div>
    <div class="pair">
      ${bareLine(problems, {
        name,
        label: t(words['draw.opens']),
        value: service.opens,
        set: opens => change({ opens }),
      })}
      ${bareLine(problems, {
        name,
        label: t(words['draw.closes']),
        value: service.closes,
        set: closes => change({ closes }),
      })}
    </div>
    ${problemLine(name, problems)}
  </div>`
}

/** The document that it yields. */
export function documentFields(it: TypedForm) {
  const { typed: service, problems, change } = it
  const name = 'document.name'
  const named = (key: 'docId' | 'docEn', label: string) =>
    bareLine(problems, { name, label, value: service[key], set: value => change({ [key]: value }) }, 'text')
  return html`${choice(service.document, t(words['service.document']), t(words['service.document.note']), on =>
    change({ document: on }),
  )}${
    service.document
      ? html`<div class="stack">
          ${named('docId', t(words['document.nameId']))} ${named('docEn', t(words['document.nameEn']))}
          ${problemLine(name, problems)} ${tableFields(tableOf(it, documentSettings, 'document.'), 'document')}
        </div>`
      : nothing
  }`
}

/** By which words people find it, and whether it takes whoever does not know which service is theirs. */
export function searchFields({ typed, problems, change }: TypedForm, advises: boolean) {
  const field = {
    name: 'keywords',
    label: t(words.keywords),
    value: typed.keywords,
    set: (value: string) => change({ keywords: value }),
  }
  return html`<div class="stack">
    ${area(problems, field, 4)}
    <p class="note">${t(words['keywords.note'])}</p>
    ${
      advises
        ? choice(typed.advises, t(words.advises), t(words['advises.note']), on => change({ advises: on }))
        : nothing
    }
  </div>`
}

function tableOf({ typed, problems, change }: TypedForm, table: SettingTable, at: string): TableForm {
  return { table, typed: Object.fromEntries(Object.entries(typed)), problems, at, change }
}
