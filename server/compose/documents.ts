import { mountApplications } from '../http/api/applications.ts'
import type { Door } from '../http/mount.ts'
import { createApplications, type ApplicationChanged } from '../services/documents/applications.ts'
import { documentNews } from '../services/documents/document-news.ts'
import { randomId } from '../services/identity/secrets.ts'
import type { Notices } from '../services/messages/notices.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

/** Files of documents after the visit. */
export function composeDocuments({ db, now, failed }: Ground, { offices, days }: Hall) {
  const listeners: ApplicationChanged[] = []
  const applications = createApplications({
    db,
    offices,
    now,
    newId: randomId,
    changed: (...heard) => listeners.forEach(listener => listener(...heard)),
    failed: error => failed(error, 'application'),
  })
  days.onPublished(applications.follow)
  return {
    applications,
    /** Hears every step of an application after it is on disk. */
    onChanged: (listener: ApplicationChanged) => void listeners.push(listener),
    /** Whoever follows a document is told by `notices`. */
    tellBy(notices: Notices) {
      const stateOf = async (ticketId: string) => (await applications.ofTicket(ticketId))?.state
      listeners.push(
        documentNews({ stateOf, tell: notices.ofDocument, failed: error => failed(error, 'document-news') }),
      )
    },
    mount: (door: Door) => mountApplications(door, applications),
  }
}
