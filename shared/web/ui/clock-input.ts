import { html, nothing, type TemplateResult } from 'lit'
import { isClock, typedClock } from '../../kit/time.ts'
import { lang } from '../lang.ts'

/** What stands in a field for a time, and how it is told. */
export interface ClockInput {
  readonly value: string
  /** Told when the field is left: a time as `HH:MM`, or what was typed where that is none, so that nothing is dropped. */
  readonly set: (value: string) => void
  readonly name?: string
  /** For a reader, where no label stands around the field. */
  readonly label?: string
  readonly wrong?: boolean
  /** Where it is said what is wrong. */
  readonly wrongId?: string
  readonly disabled?: boolean
}

/** A field for a time of 24 hours, whatever the language of the browser; `7`, `0700`, `7.00` and `07:00` are all seven. */
export function clockInput({ value, set, name, label, wrong, wrongId, disabled }: ClockInput): TemplateResult {
  const onChange = (event: Event) => {
    const field = event.target as HTMLInputElement
    const typed = field.value.trim()
    const time = typedClock(typed) ?? typed
    field.value = shown(time)
    set(time)
  }
  return html`<input
    type="text"
    inputmode="decimal"
    size="6"
    maxlength="8"
    autocomplete="off"
    name=${name ?? nothing}
    ?disabled=${disabled ?? false}
    .value=${shown(value)}
    aria-label=${label ?? nothing}
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${wrongId ?? nothing}
    @change=${onChange}
  />`
}

function shown(value: string): string {
  return isClock(value) && lang() === 'id' ? value.replace(':', '.') : value
}
