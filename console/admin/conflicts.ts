import { editedOffice, fieldsOf, onlyFields, overtaken, standingOf } from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { changeOf, draftOf, followed, type Draft } from './admin-draft.ts'
import { taken } from './draft-taken.ts'
import type { Overtaken, Side } from './overtaken-pane.ts'

/** What is typed, and the office as whoever typed it saw it. */
interface Typed {
  readonly draft: Draft
  readonly stored: OfficeInfo
}

/** What two people changed at the same time, until whoever types has said field by field what is to stand. */
export class Conflicts {
  /** How the office stands by now. */
  #fresh: OfficeInfo | undefined
  /** What was decided, with the draft that holds one's own value. */
  readonly #decided = new Map<string, { readonly take: Side; readonly mine: Draft }>()

  /** Everything is saved or thrown away. */
  clear(): void {
    this.#fresh = undefined
    this.#decided.clear()
  }

  /** The office moved on: what was typed stays over what was seen, everything else follows. */
  follow({ draft, stored }: Typed, fresh: OfficeInfo): Typed {
    this.#fresh = fresh
    const typed = fieldsOf(changeOf(draft, stored))
    const kept = onlyFields(standingOf(stored), field => typed.has(field))
    return { draft: followed(draft, draftOf(stored), draftOf(fresh)), stored: editedOffice(fresh, kept) }
  }

  /** Theirs and mine, those that were decided with the decision. */
  fields({ draft, stored }: Typed): readonly Overtaken[] {
    const fresh = this.#fresh
    if (!fresh) return []
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
  take({ draft, stored }: Typed, field: string, take: Side): Typed {
    const fresh = this.#fresh ?? stored
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
