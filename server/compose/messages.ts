import type { Channel } from '../../shared/messages/message.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Config } from '../config.ts'
import { createHttpGateway } from '../gateways/http-gateway.ts'
import { createPost } from '../gateways/outside.ts'
import { newPushKeys } from '../gateways/push-keys.ts'
import { createWebPushGateway } from '../gateways/web-push-gateway.ts'
import { mountMessages } from '../http/api/messages.ts'
import type { Door } from '../http/mount.ts'
import { isSigned } from '../services/identity/signatures.ts'
import { ofEach } from '../services/office/of-each.ts'
import { createChatActs } from '../services/messages/chat-acts.ts'
import { createChat } from '../services/messages/chat.ts'
import { createMessages, type Gateway } from '../services/messages/messages.ts'
import { wentByMessage } from '../store/surveys.ts'
import { createNotices } from '../services/messages/notices.ts'
import { createStillTrue } from '../services/messages/still-true.ts'
import { createSurveyLink } from '../services/messages/survey-link.ts'
import type { Surveys } from '../services/survey/surveys.ts'
import type { Booking } from './booking.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

const OUTBOX_MS = 1_000

/** Messages to phones and browsers, and the chat. */
export async function composeMessages(
  ground: Ground,
  { offices, days }: Hall,
  { people, slots, bookings, own }: Booking,
  surveys: Surveys,
) {
  const { around, config, db, key, now, realNow, tickets, surveyLinks, every, failed } = ground
  const pushKeys = around.pushKeys ?? newPushKeys()
  // Messages go to people of today: they keep to the clock on the wall while a day of the past is played.
  const messages = createMessages({
    db,
    key,
    gateways: around.gateways ?? gatewaysOf(config, pushKeys, realNow),
    origin: config.publicUrl?.origin,
    now: realNow,
    random: Math.random,
    stillTrue: createStillTrue({ db, offices, days }),
    wentOut: async ({ kind, ticketId }) => (kind === 'survey' ? wentByMessage(db, ticketId) : undefined),
    wordsOf: office => offices.all().find(o => o.id === office)?.messages,
  })
  const notices = await createNotices({ db, offices, messages, people, tickets, now })
  const origin = config.publicUrl?.origin
  const surveyLink = createSurveyLink({ db, offices, messages, people, links: surveyLinks, origin, now })
  const chatActs = createChatActs({
    ...{ db, offices, days, slots, bookings, people, own, surveys, tickets, surveyLinks, now },
  })
  const chat = createChat({ db, key, offices, messages, acts: around.chatActs ?? chatActs, now: realNow })

  const remind = () => ofEach(offices.all(), async ({ id }) => notices.remind(await days.today(id)))
  const reminders = every(MINUTE, remind, error => failed(error, 'reminders'))
  const outbox = every(
    OUTBOX_MS,
    () => messages.deliverDue(realNow()),
    error => failed(error, 'outbox'),
  )

  return {
    messages,
    notices,
    surveyLink,
    remind,
    mount(door: Door) {
      mountMessages(door, {
        messages,
        chat,
        pushKey: pushKeys.publicKey,
        async holderOf(token) {
          const { id } = await own.opened(token, 'act')
          notices.listens(id)
          return id
        },
        isSigned: (header, body) =>
          config.gateway !== undefined && isSigned(config.gateway.secret, header, body, realNow()),
      })
    },
    async stop() {
      await reminders.stop()
      await outbox.stop()
    },
  }
}

/** Web Push always, and the office's adapter for the channels that it carries. */
function gatewaysOf(
  { gateway, publicUrl }: Config,
  keys: ReturnType<typeof newPushKeys>,
  now: () => Instant,
): Readonly<Partial<Record<Channel, Gateway>>> {
  // Push services want to know whom to tell when something is wrong; RFC 8292 takes an https address.
  const subject = publicUrl?.protocol === 'https:' ? publicUrl.origin : 'https://tanggap.invalid'
  const push = createWebPushGateway({ keys, subject, post: createPost({ allowPrivate: false }) })
  if (!gateway) return { push }
  const { url, secret, channels, allowPrivate } = gateway
  const phones = createHttpGateway({ url, secret, now, post: createPost({ allowPrivate }) })
  return { push, ...Object.fromEntries(channels.map(channel => [channel, phones])) }
}
