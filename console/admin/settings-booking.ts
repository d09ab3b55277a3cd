import { html } from 'lit'
import { adminBookingText as words } from '../../shared/text/admin-booking.ts'
import { t } from '../../shared/web/lang.ts'
import './admin-hours.ts'
import type { DraftDay } from './draft-days.ts'
import { newSpecial, ramadanSpecial, type DraftSpecial } from './draft-special.ts'
import { bareLine, pane, problemLine, type SettingsForm } from './settings-form.ts'
import { tablePane } from './settings-table.ts'

/** The rules by which bookings are taken, and the hours that replace the weekly ones for a while. */
export function bookingSection(form: SettingsForm) {
  const rules = (name: 'capacity' | 'coming' | 'giving' | 'guard') => tablePane(form, 'booking', name, 'pair top')
  return html`<div class="columns">
    <div class="stack">${rules('capacity')} ${rules('coming')} ${special(form)}</div>
    <div class="stack">${rules('giving')} ${rules('guard')}</div>
  </div>`
}

function special(form: SettingsForm) {
  const { draft, stored, set } = form
  const add = (one: DraftSpecial) => set({ special: [...draft.special, one] })
  return pane(
    t(words.special),
    html`${draft.special.length === 0 ? html`<p class="soft">${t(words['special.none'])}</p>` : ''}
      ${draft.special.map((one, i) => specialForm(form, one, i))}
      <div class="acts">
        <ui-button size="s" @click=${() => add(ramadanSpecial(stored.hours))}>${t(words['special.ramadan'])}</ui-button>
        <ui-button size="s" @click=${() => add(newSpecial(stored.hours))}>${t(words['special.add'])}</ui-button>
      </div>`,
    t(words['special.note']),
  )
}

function specialForm({ draft, problems, set }: SettingsForm, one: DraftSpecial, i: number) {
  const change = (part: Partial<DraftSpecial>) =>
    set({ special: draft.special.map((s, place) => (place === i ? { ...s, ...part } : s)) })
  const field = (key: 'nameId' | 'nameEn' | 'from' | 'to') => ({
    name: `special.${i}.${key.startsWith('name') ? 'name' : 'dates'}`,
    label: t(words[`special.${key}`]),
    value: one[key],
    set: (value: string) => change({ [key]: value }),
  })
  const prefix = `special.${i}.`
  const own = Object.entries(problems).filter(([name]) => name.startsWith(`${prefix}day.`))
  const days = Object.fromEntries(own.map(([name, problem]) => [name.slice(prefix.length), problem]))
  const name = one.nameId || t(words['special.new'])
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="pair top">
      ${bareLine(problems, field('nameId'), 'text')} ${bareLine(problems, field('nameEn'), 'text')}
      ${bareLine(problems, field('from'), 'date')} ${bareLine(problems, field('to'), 'date')}
    </div>
    ${problemLine(`${prefix}name`, problems)} ${problemLine(`${prefix}dates`, problems)}
    <admin-hours
      .days=${one.days}
      .problems=${days}
      ?wrong=${own.length > 0}
      @days=${(e: CustomEvent<readonly DraftDay[]>) => change({ days: e.detail })}
    ></admin-hours>
    <div class="acts">
      <ui-button
        size="s"
        variant="danger"
        label=${t(words['special.remove.label'], { name })}
        @click=${() => set({ special: draft.special.filter((_, place) => place !== i) })}
        >${t(words['special.remove'])}</ui-button
      >
    </div>
  </fieldset>`
}
