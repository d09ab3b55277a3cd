import {
  editedOffice,
  fieldsOf,
  onlyFields,
  overtaken,
  standingOf,
  type OfficeChange,
} from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Overtaken, Side } from './overtaken-pane.ts'

/** How a form is typed over an office: `D` is what is typed. */
export interface Model<D> {
  readonly draftOf: (office: OfficeInfo) => D
  /** What the draft changes of the office as it was seen; nothing when nothing did. */
  readonly changeOf: (draft: D, seen: OfficeInfo) => OfficeChange
  /** The draft after the office moved on: what was typed since `base` stays, everything else follows. */
  readonly followed: (draft: D, base: D, next: D) => D
  /** The draft with one field as another draft has it. */
  readonly taken: (draft: D, from: D, field: string) => D
}

/** What is typed, and the office as whoever typed it saw it. */
interface Typed<D> {
  readonly draft: D
  readonly stored: OfficeInfo
}

/** What two people changed at the same time, until whoever types has said field by field what is to stand. */
export class Conflicts<D> {
  readonly #model: Model<D>
  /** How the office stands by now. */
  #fresh: OfficeInfo | undefined
  /** What was decided, with the draft that holds one's own value. */
  readonly #decided = new Map<string, { readonly take: Side; readonly mine: D }>()

  constructor(model: Model<D>) {
    this.#model = model
  }

  /** Everything is saved or thrown away. */
  clear(): void {
    this.#fresh = undefined
    this.#decided.clear()
  }

  /** The office moved on: what was typed stays over what was seen, everything else follows. */
  follow({ draft, stored }: Typed<D>, fresh: OfficeInfo): Typed<D> {
    this.#fresh = fresh
    const { changeOf, draftOf, followed } = this.#model
    const typed = fieldsOf(changeOf(draft, stored))
    const kept = onlyFields(standingOf(stored), field => typed.has(field))
    return { draft: followed(draft, draftOf(stored), draftOf(fresh)), stored: editedOffice(fresh, kept) }
  }

  /** Theirs and mine, those that were decided with the decision. */
  fields({ draft, stored }: Typed<D>): readonly Overtaken[] {
    const fresh = this.#fresh
    if (!fresh) return []
    const { changeOf } = this.#model
    const change = changeOf(draft, stored)
    const now = fieldsOf(standingOf(fresh))
    const open = [...overtaken(fresh, change, standingOf(stored))].map(([field, theirs]) => {
      this.#decided.delete(field)
      return { field, theirs, mine: fieldsOf(change).get(field), take: undefined }
    })
    const decided = [...this.#decided].map(([field, { take, mine }]) => {
      return { field, theirs: now.get(field), mine: fieldsOf(changeOf(mine, stored)).get(field), take }
    })
    return [...open, ...decided].sort((a, b) => a.field.localeCompare(b.field))
  }

  /** One value of a field stands; the other one can still be taken instead. */
  take({ draft, stored }: Typed<D>, field: string, take: Side): Typed<D> {
    const fresh = this.#fresh ?? stored
    const { draftOf, taken } = this.#model
    const before = this.#decided.get(field)
    const mine = before?.take === 'theirs' ? before.mine : draft
    this.#decided.set(field, { take, mine })
    return {
      draft: taken(draft, take === 'mine' ? mine : draftOf(fresh), field),
      stored: editedOffice(
        stored,
        onlyFields(standingOf(fresh), known => known === field),
      ),
    }
  }
}
