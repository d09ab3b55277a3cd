import { html, nothing, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { adminText } from '../../shared/text/admin.ts'
import { t } from '../../shared/web/lang.ts'
import { clockInput } from '../../shared/web/ui/clock-input.ts'
import type { Draft } from './admin-draft.ts'
import type { Problems } from './draft-days.ts'

/** The settings as one form: what is typed, what is wrong with it, and how it changes. */
export interface SettingsForm {
  readonly draft: Draft
  readonly stored: OfficeInfo
  readonly problems: Problems
  readonly set: (change: Partial<Draft>) => void
}

/** A field by its name in the problems, with its words. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly note?: string
  /** For a reader that needs more than the label, as in a row of a table. */
  readonly say?: string
  readonly set: (value: string) => void
}

/** A pane of settings under its heading. */
export function pane(heading: string, content: unknown, note = ''): TemplateResult {
  return html`<section class="pane" aria-label=${heading}>
    <h2>${heading}</h2>
    ${note ? html`<p class="note">${note}</p>` : nothing} ${content}
  </section>`
}

/** What is typed into a field of one line. */
export type Typed = 'number' | 'text' | 'time' | 'date'

/** A field of one line with its note and what is wrong with it. */
export function line(problems: Problems, field: Field, type: Typed = 'number'): TemplateResult {
  const { note, name } = field
  return html`<div>
    ${bareLine(problems, field, type)} ${note ? html`<p class="note">${note}</p>` : nothing}
    ${problemLine(name, problems)}
  </div>`
}

/** A field of one line alone, where several fields share what is wrong with them. */
export function bareLine(problems: Problems, field: Field, type: Typed = 'number'): TemplateResult {
  const { name, label, value, say, set } = field
  return html`<label class="field">
    <span>${label}</span>
    ${
      type === 'time'
        ? clockInput({ value, set, wrong: !!problems[name], wrongId: `wrong-${name}`, ...(say ? { label: say } : {}) })
        : html`<input
            type=${type === 'number' ? 'text' : type}
            inputmode=${type === 'number' ? 'decimal' : nothing}
            .value=${value}
            aria-label=${say ?? nothing}
            aria-invalid=${problems[name] ? 'true' : 'false'}
            aria-describedby="wrong-${name}"
            @input=${(e: Event) => set((e.target as HTMLInputElement).value)}
          />`
    }
  </label>`
}

/** A field of several lines. */
export function area(problems: Problems, field: Field, rows: number, quiet = false): TemplateResult {
  const { name, label, value, set } = field
  return html`<label class="field">
      <span class=${quiet ? 'vh' : ''}>${label}</span>
      <textarea
        rows=${rows}
        .value=${value}
        aria-invalid=${problems[name] ? 'true' : 'false'}
        aria-describedby="wrong-${name}"
        @input=${(e: Event) => set((e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${problemLine(name, problems)}`
}

/** One of a few values. */
export function select<T extends string>(
  label: string,
  value: T,
  options: readonly T[],
  words: (value: T) => string,
  set: (value: T) => void,
): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <select @change=${(e: Event) => set((e.target as HTMLSelectElement).value as T)}>
      ${options.map(o => html`<option value=${o} .selected=${o === value}>${words(o)}</option>`)}
    </select>
  </label>`
}

/** Something on or off, with what it means. */
export function choice(checked: boolean, label: string, note: string, set: (checked: boolean) => void): TemplateResult {
  return html`<ui-choice ?checked=${checked} @change=${(e: CustomEvent<{ checked: boolean }>) => set(e.detail.checked)}
    ><span>${label}${note ? html`<small>${note}</small>` : nothing}</span></ui-choice
  >`
}

/** Why a field cannot be saved. */
export function problemLine(name: string, problems: Problems): TemplateResult {
  const problem = problems[name]
  return html`<span class="wrong" id="wrong-${name}"
    >${problem ? t(adminText[problem.word], problem.values) : ''}</span
  >`
}
