import { MINUTE, type Instant } from '../../../../shared/kit/time.ts'
import type { Fields } from './way.ts'

const LIFE = 10 * MINUTE
const MOST = 2_000

/** A form that waits for its moment: without scripts no browser keeps what was typed, and no address may carry it. */
export interface Pending {
  readonly fields: Fields
  readonly patience: string
  readonly from: Instant
}

/** Forms in waiting, in memory only, for ten minutes. */
export interface PendingForms {
  keep(id: string, form: Pending): void
  find(id: string): Pending | undefined
  drop(id: string): void
}

export function createPendingForms(now: () => Instant): PendingForms {
  const forms = new Map<string, Pending & { readonly until: Instant }>()

  function makeRoom(): void {
    for (const [id, form] of forms) if (form.until <= now()) forms.delete(id)
    // The oldest goes: its owner is told and fills in the form once more.
    for (const id of forms.keys()) {
      if (forms.size < MOST) return
      forms.delete(id)
    }
  }

  return {
    keep(id, form) {
      forms.delete(id)
      makeRoom()
      forms.set(id, { ...form, until: now() + LIFE })
    },
    find(id) {
      const form = forms.get(id)
      return form && form.until > now() ? form : undefined
    },
    drop: id => void forms.delete(id),
  }
}
