import type { ApplicationState } from '../../../shared/documents/application.ts'
import type { ApplicationChanged } from './applications.ts'
import type { Notices } from '../messages/notices.ts'

/** For so long the console lets a step of an application be undone, in milliseconds. */
const UNDO_MS = 12_000
const NEWS: Readonly<Partial<Record<ApplicationState, 'documentReady' | 'documentReturned'>>> = {
  ready: 'documentReady',
  returned: 'documentReturned',
}

/** Tells whoever follows a document that it is ready or came back; a slip that is undone at once brings nobody in vain. */
export function documentNews(deps: {
  stateOf: (ticketId: string) => Promise<ApplicationState | undefined>
  tell: Notices['ofDocument']
  failed: (error: unknown) => void
}): ApplicationChanged {
  return ({ id, ticketId, officeId: office, number, serviceId, state, changedAt }) => {
    const kind = NEWS[state]
    if (!kind) return
    const later = async () => {
      if ((await deps.stateOf(ticketId)) !== state) return
      await deps.tell({ office, ticketId, number, serviceId, kind, occasion: `${id}/${changedAt}` })
    }
    setTimeout(() => void later().catch(deps.failed), UNDO_MS).unref()
  }
}
