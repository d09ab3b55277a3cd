import { standingOf } from '../../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { call } from '../../../shared/web/client.ts'
import type { Model } from '../conflicts.ts'

/** A draft and the office that it was typed over, as they were kept; nothing where the form has changed its shape since. */
export function keptTyped<D>({ draft = '', stored = '' }: Readonly<Record<string, string>>, model: Model<D>) {
  try {
    const kept = { draft: JSON.parse(draft) as D, stored: JSON.parse(stored) as OfficeInfo }
    standingOf(kept.stored)
    model.changeOf(kept.draft, kept.stored)
    return kept
  } catch {
    return undefined
  }
}

/** An office as the server has it now. */
export async function freshOffice(id: string): Promise<OfficeInfo> {
  return (await call('GET /api/offices/:office', { params: { office: id } })).office
}

/** Worked out anew only for other values than the last ones: a page asks several times, and a hall has hundreds of services. */
export function onceFor<A, B, R>(work: (a: A, b: B) => R): (a: A, b: B) => R {
  let last: { readonly a: A; readonly b: B; readonly result: R } | undefined
  return (a, b) => {
    if (!last || last.a !== a || last.b !== b) last = { a, b, result: work(a, b) }
    return last.result
  }
}
