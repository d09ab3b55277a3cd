import { ask } from '../../parts/ask.ts'

/** What is done to an account by one press. */
export type Deed = 'deactivate' | 'reactivate' | 'second-factor/reset' | 'sessions/end'

/** The request of a deed. */
export function actOfDeed(
  deed: Deed,
  params: { readonly office: string; readonly person: string },
  body: { readonly takes: string[]; readonly foreseen?: string },
): (key: string) => Promise<object> {
  if (deed === 'sessions/end')
    return key => ask('POST /api/offices/:office/people/:person/sessions/end', { params, body: {} }, key)
  if (deed === 'deactivate')
    return key => ask('POST /api/offices/:office/people/:person/deactivate', { params, body }, key)
  return key => ask(`POST /api/offices/:office/people/:person/${deed}`, { params }, key)
}
