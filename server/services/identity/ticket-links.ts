import { createSigner } from './secrets.ts'

/**
 * What a link of a ticket opens: everything (`own`), everything but the survey (`desk`), or a look (`look`); `checkIn` is no link
 * but the QR code that the office scans, which does nothing else.
 */
export type LinkKind = 'own' | 'desk' | 'look' | 'checkIn'

/** The links of tickets: the holder's own, the one that the desk hands out, the one that only looks, and the code that checks in. */
export interface TicketLinks {
  /** The secret part of the link, the holder's own unless another kind is asked for. */
  sign(ticketId: string, kind?: LinkKind): string
  /** Which ticket a link opens and how far, or `undefined` when it is not ours. */
  open(token: string): { readonly id: string; readonly kind: LinkKind } | undefined
}

/** Links of tickets under the office's own key; each kind is signed for its own purpose. */
export function createTicketLinks(key: Buffer): TicketLinks {
  const kinds = ['own', 'desk', 'look', 'checkIn'] as const
  const signers = {
    own: createSigner(key, 'ticket'),
    desk: createSigner(key, 'desk ticket'),
    look: createSigner(key, 'share'),
    checkIn: createSigner(key, 'check-in of a ticket'),
  }
  return {
    sign: (ticketId, kind = 'own') => signers[kind].sign(ticketId),
    open(token) {
      for (const kind of kinds) {
        const id = signers[kind].open(token)
        if (id !== undefined) return { id, kind }
      }
      return undefined
    },
  }
}
