import { html } from 'lit'
import { ask } from '../../parts/ask.ts'

/** Whoever can be chosen. */
export type People = readonly { readonly id: string; readonly name: string; readonly state: string }[]

/** Whoever works in an office and has not left. */
export async function peopleOf(office: string): Promise<People> {
  const { people } = await ask('GET /api/offices/:office/people', { params: { office } })
  return people.filter(p => p.state !== 'off')
}

/** A field in which one of them is chosen. */
export function personChoice(name: string, label: string, people: People) {
  return html`<label class="field">
    <span>${label}</span>
    <select name=${name} required>
      <option value=""></option>
      ${people.map(p => html`<option value=${p.id}>${p.name}</option>`)}
    </select>
  </label>`
}
