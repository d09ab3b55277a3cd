import { html, nothing, render, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

/** From so many on nobody reads through a list: a part of the name finds it. */
const MANY = 24

interface Option {
  readonly id: string
  readonly name: string
}

/** How a choice is known: its own id, its name where no label says it, and the id of what is said of it. */
interface Choice {
  readonly id: string
  readonly name: string
  readonly says?: string
  readonly wrong?: boolean
  /** What nothing chosen is called; empty where something has to be. */
  readonly none: string
}

/** One of several by their ids: a list, or of many a field that finds by typing. */
export function oneOf(
  choice: Choice,
  value: string | null,
  options: readonly Option[],
  set: (value: string | null) => void,
): TemplateResult {
  if (options.length > MANY) return searched(choice, value, options, set)
  const { name, says, wrong, none } = choice
  return html`<select
    aria-label=${name || nothing}
    aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${says ?? nothing}
    @change=${(e: Event) => set((e.target as HTMLSelectElement).value || null)}
  >
    ${none ? html`<option value="" ?selected=${value === null}>${none}</option>` : nothing}
    ${options.map(o => html`<option value=${o.id} ?selected=${o.id === value}>${o.name}</option>`)}
  </select>`
}

/** One of many, found by typing; a name that is none of theirs leaves what was chosen. */
function searched(
  { id, name, says, wrong, none }: Choice,
  value: string | null,
  options: readonly Option[],
  set: (value: string | null) => void,
): TemplateResult {
  // Two of one name are told apart by their ids.
  const shown = (o: Option) => (options.some(p => p !== o && p.name === o.name) ? `${o.name} (${o.id})` : o.name)
  const chosen = options.find(o => o.id === value)
  // Made once somebody is there: a page has hundreds of such fields.
  const onFocus = (e: Event) =>
    render(
      options.map(o => html`<option value=${shown(o)}></option>`),
      (e.target as HTMLElement).nextElementSibling as HTMLElement,
    )
  const onChange = (e: Event) => {
    const input = e.target as HTMLInputElement
    const typed = input.value.trim().toLowerCase()
    const found = options.find(o => shown(o).toLowerCase() === typed)
    if (found) set(found.id)
    else if (typed === '' && none) set(null)
    else input.value = chosen ? shown(chosen) : ''
  }
  return html`<input
      list=${`l-${id}`}
      autocomplete="off"
      aria-label=${name || nothing}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${says ?? nothing}
      placeholder=${none}
      .value=${live(chosen ? shown(chosen) : '')}
      @focus=${onFocus}
      @change=${onChange}
    /><datalist id=${`l-${id}`}></datalist>`
}
