import { html, nothing, type TemplateResult } from 'lit'
import { bookingPanes, bookingSettings } from '../../shared/office/settings/booking-settings.ts'
import { hallPanes, hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queuePanes, queueSettings } from '../../shared/office/settings/queue-settings.ts'
import type { Setting, SettingPane, SettingTable } from '../../shared/office/settings/setting.ts'
import { surveyPanes, surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { boundsOf, unitOf, valuesOfChoice } from '../../shared/office/settings/values.ts'
import { t } from '../../shared/web/lang.ts'
import type { Problems } from './draft-days.ts'
import type { TypedValues } from './draft-values.ts'
import { choice, line, pane, select, type SettingsForm } from './settings-form.ts'

const DOMAINS = {
  rules: { table: queueSettings, panes: queuePanes },
  booking: { table: bookingSettings, panes: bookingPanes },
  hall: { table: hallSettings, panes: hallPanes },
  survey: { table: surveySettings, panes: surveyPanes },
} as const satisfies Record<string, { table: SettingTable; panes: Record<string, SettingPane> }>

type Domain = keyof typeof DOMAINS
type PaneOf<D extends Domain> = keyof (typeof DOMAINS)[D]['panes'] & string

/** A table of settings as it is typed: where its fields stand in the problems, and how one of them changes. */
export interface TableForm {
  readonly table: SettingTable
  readonly typed: TypedValues
  readonly problems: Problems
  /** Before the key in the name of a field, e.g. `booking.`. */
  readonly at: string
  readonly change: (part: TypedValues) => void
}

/** A pane of a domain with all its settings, and what else belongs there. */
export function tablePane<D extends Domain>(
  form: SettingsForm,
  domain: D,
  name: PaneOf<D>,
  layout: 'plain' | 'pair' | 'pair top' | 'three',
  rest: unknown = nothing,
): TemplateResult {
  const { table, panes }: { table: SettingTable; panes: Readonly<Record<string, SettingPane>> } = DOMAINS[domain]
  const fields = tableFields(
    {
      table,
      typed: form.draft[domain],
      problems: form.problems,
      at: `${domain}.`,
      change: part => form.set({ [domain]: { ...form.draft[domain], ...part } }),
    },
    name,
  )
  const { heading, note } = panes[name]!
  const content = layout === 'plain' ? fields : html`<div class=${layout}>${fields}</div>`
  return pane(t(heading), html`${content}${rest}`, note ? t(note) : '')
}

/** The fields of those settings of a table that stand in one pane. */
export function tableFields(form: TableForm, name: string): readonly TemplateResult[] {
  return Object.entries(form.table)
    .filter(([, setting]) => setting.pane === name && !setting.own)
    .map(([key, setting]) => fieldOf(form, key, setting))
}

function fieldOf({ typed, problems, at, change }: TableForm, key: string, setting: Setting): TemplateResult {
  const label = labelOf(setting)
  const note = setting.hint ? t(setting.hint, boundsOf(setting)) : ''
  const set = (value: string | boolean) => change({ [key]: value })
  if (setting.kind === 'flag') return choice(typed[key] === true, label, note, set)
  const value = String(typed[key])
  if (setting.kind === 'choice') {
    const field = select(label, value, valuesOfChoice(setting), v => t(setting.of[v]!), set)
    return html`<div>${field}${note ? html`<p class="note">${note}</p>` : nothing}</div>`
  }
  const name = `${at}${key}`
  return line(problems, { name, label, note, value, set }, inputOf(setting))
}

function inputOf({ kind }: Setting) {
  return kind === 'clockTime' ? 'time' : kind === 'text' ? 'text' : 'number'
}

function labelOf(setting: Setting): string {
  const unit = unitOf(setting)
  return unit ? `${t(setting.label)} (${t(unit)})` : t(setting.label)
}
