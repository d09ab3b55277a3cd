import { require } from '../../services/identity/access.ts'
import { calledView, counterView, deskTicket, type Queue } from '../../services/queue/queue.ts'
import type { Takeovers } from '../../services/queue/takeovers.ts'
import { mount, type Door } from '../mount.ts'

/** Counters whose officer left, and visits without an end. */
export function mountLeave(door: Door, queue: Queue, takeovers: Takeovers): void {
  mount(door, 'POST /api/offices/:office/counters/:counter/leave', async a => {
    const request = { verb: 'leaveCounter', counterId: a.params.counter, why: 'handed' } as const
    return { counter: counterView((await queue.command(a.params.office, { id: a.key, by: a.by }, request)).counter!) }
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/mind', async a => {
    const request = { verb: 'mindCounter', counterId: a.params.counter } as const
    return { counter: counterView((await queue.command(a.params.office, { id: a.key, by: a.by }, request)).counter!) }
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/nudge', async a => {
    const request = { verb: 'nudgeCounter', counterId: a.params.counter } as const
    return { counter: counterView((await queue.command(a.params.office, { id: a.key, by: a.by }, request)).counter!) }
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/take-over', async a => {
    const { reason, end, note, ticketId, from } = a.body
    // Whoever goes on serves, and so may call.
    if (end === 'continue') require(a.caller, 'queue.call')
    const request = {
      ...{ verb: 'takeOver' as const, counterId: a.params.counter, reason, end },
      ...(a.caller.staff?.permissions.has('queue.free') ? { leads: true as const } : {}),
      ...(ticketId === undefined ? {} : { meant: ticketId }),
      ...(from === undefined ? {} : { from }),
      ...(note ? { noteId: await queue.note(a.params.office, a.key, note) } : {}),
    }
    const { counter, ticket } = await queue.command(a.params.office, { id: a.key, by: a.by }, request)
    return { counter: counterView(counter!), ticket: ticket ? deskTicket(ticket) : null }
  })
  mount(door, 'POST /api/offices/:office/tickets/:ticket/settle', async a => ({
    ticket: calledView(await queue.settle(a.params.office, { id: a.key, by: a.by }, a.params.ticket, a.body.end)),
  }))
  mount(door, 'POST /api/offices/:office/days/:date/close', async a => {
    await queue.settleDay(a.params.office, { id: a.key, by: a.by }, a.params.date)
    return { ok: true as const }
  })
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/takeovers', a => takeovers.unseen(a.caller.staff!.id, a.caller.staff!.officeId))
  mount(door, 'POST /api/me/takeovers/:takeover', async a => {
    await takeovers.answer(a.params.takeover, a.caller.staff!.id, a.body.answer || undefined)
    return { ok: true as const }
  })
}
