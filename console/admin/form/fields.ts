import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../shared/kit/words.ts'
import { formText } from '../../../shared/text/structure-form.ts'
import { t } from '../../../shared/web/lang.ts'
import { oneOf } from '../../../shared/web/ui/one-of.ts'

/** A field of a change (`counters.3.name`) as it is typed; `wrong` says why it does not fit. */
export interface Field {
  readonly field: string
  readonly label: string
  readonly value: string
  /** With whose it is, for whoever hears it alone. */
  readonly of?: string
  readonly wrong?: string
  readonly note?: string
  readonly most?: number
  readonly rows?: number
  readonly number?: boolean
  readonly set: (value: string) => void
}

/** One field of a form, of one line or of several. */
export function textField({
  field,
  label,
  value,
  of,
  wrong,
  note,
  most = 400,
  rows,
  number,
  set,
}: Field): TemplateResult {
  const typed = (e: Event) => set((e.target as HTMLInputElement).value)
  const id = `w-${field}`
  const say = of ? `${of}: ${label}` : nothing
  const input = rows
    ? html`<textarea
        rows=${rows}
        maxlength=${most}
        .value=${value}
        aria-label=${say}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${id}
        @input=${typed}
      ></textarea>`
    : html`<input
        maxlength=${most}
        .value=${value}
        inputmode=${number ? 'numeric' : nothing}
        aria-label=${say}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${id}
        @input=${typed}
      />`
  return html`<label class="field"
    ><span>${label}</span>${input}<span id=${id} class=${wrong ? 'wrong' : 'note'}
      >${wrong || note || nothing}</span
    ></label
  >`
}

/** The same words in both languages, side by side. */
export function wordsField(
  field: Omit<Field, 'value' | 'set'>,
  [id, en]: Words,
  set: (words: Words) => void,
): TemplateResult {
  return html`<div class="pair top">
    ${textField({ ...field, value: id, set: value => set([value, en]) })}
    ${textField({
      field: `${field.field}.en`,
      label: t(formText.lang, { field: field.label }),
      ...(field.of ? { of: field.of } : {}),
      ...(field.rows ? { rows: field.rows } : {}),
      ...(field.most ? { most: field.most } : {}),
      value: en,
      set: value => set([id, value]),
    })}
  </div>`
}

/** One of several, by their ids; `none` is what nothing chosen is called. */
export function chooser(
  { field, label, of, wrong, note }: Omit<Field, 'value' | 'set'>,
  value: string | null,
  options: readonly { readonly id: string; readonly name: string }[],
  none: string,
  set: (value: string | null) => void,
): TemplateResult {
  const id = `w-${field}`
  const choice = oneOf(
    { id: field, name: of ? `${of}: ${label}` : '', says: id, wrong: !!wrong, none },
    value,
    options,
    set,
  )
  return html`<label class="field"
    ><span>${label}</span>${choice}<span id=${id} class=${wrong ? 'wrong' : 'note'}
      >${wrong || note || nothing}</span
    ></label
  >`
}
