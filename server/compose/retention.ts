import type { Messages } from '../services/messages/messages.ts'
import type { Offices } from '../services/office/offices.ts'
import { createRetention } from '../services/retention/retention.ts'
import type { Uploads } from '../services/booking/uploads.ts'
import type { Ground } from './ground.ts'

const HOURLY = 3_600_000

/** Erasing who held a ticket. */
export function composeRetention(
  { db, every, failed }: Ground,
  of: { offices: Offices; uploads: Uploads; messages: Messages },
) {
  const retain = createRetention({ db, ...of })
  const erasing = every(HOURLY, retain, error => failed(error, 'retention'))
  return { retain, stop: erasing.stop }
}
