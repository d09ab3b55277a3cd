import { mountApplications } from '../http/api/applications.ts'
import type { Door } from '../http/mount.ts'
import { createApplications } from '../services/documents/applications.ts'
import { createDocumentNews } from '../services/documents/document-news.ts'
import { createNameSearch } from '../services/documents/name-search.ts'
import { createSealer, randomId } from '../services/identity/secrets.ts'
import type { Notices } from '../services/messages/notices.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

const NEWS_MS = 1_000

/** Files of documents after the visit. */
export function composeDocuments(
  { db, now, key, record }: Ground,
  { offices }: Hall,
  changed: (ticketId: string) => void,
) {
  const applications = createApplications({ db, offices, now, newId: randomId, changed })
  const names = createSealer(key, 'names')
  const nameSearch = createNameSearch({ db, offices, names, shown: applications.shown, record })
  return { applications, mount: (door: Door) => mountApplications(door, applications, nameSearch) }
}

/** News of documents, told by `notices`. */
export function composeDocumentNews({ db, now, every, failed }: Ground, notices: Notices) {
  const news = createDocumentNews({
    db,
    tell: notices.ofDocument,
    now,
    failed: error => failed(error, 'document-news'),
  })
  const telling = every(NEWS_MS, news.tell, error => failed(error, 'document-news'))
  return { news, stop: telling.stop }
}
