import type { Request } from '../../shared/queue/command.ts'
import type { Hall } from './days.ts'

const counterId = '1'

export const takeTicket = {
  verb: 'takeTicket',
  serviceId: 'ktp',
  priority: false,
  ticketId: 'new',
} as const satisfies Request
export const callNext = { verb: 'callNext', counterId } as const satisfies Request
export const recall = { verb: 'recall', counterId } as const satisfies Request
export const skip = { verb: 'skip', counterId } as const satisfies Request
export const start = { verb: 'start', counterId } as const satisfies Request
export const finish = { verb: 'finish', counterId } as const satisfies Request
export const transfer = { verb: 'transfer', counterId, serviceId: 'kk' } as const satisfies Request
export const park = { verb: 'park', counterId, reason: 'copy' } as const satisfies Request
export const resume = { verb: 'resume', counterId, no: 0 } as const satisfies Request
export const comeBack = { verb: 'return', no: 0 } as const satisfies Request
export const cancel = { verb: 'cancel', no: 0 } as const satisfies Request
export const openCounter = { verb: 'openCounter', counterId } as const satisfies Request
export const closeCounter = { verb: 'closeCounter', counterId } as const satisfies Request
export const takeBreak = { verb: 'takeBreak', counterId, minutes: 15 } as const satisfies Request

/** Two people take a number for an identity card, a minute apart. */
export function withTickets(hall: Hall): Hall {
  hall.take('ktp')
  hall.wait(1)
  hall.take('ktp')
  hall.wait(1)
  return hall
}

/** The hall after sari has done these things. */
export function after(hall: Hall, ...requests: readonly Request[]): Hall {
  for (const request of requests) hall.staff('sari', request)
  return hall
}
