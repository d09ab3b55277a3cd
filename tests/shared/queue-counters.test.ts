import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import { after, callNext, closeCounter, finish, openCounter, start, takeBreak, withTickets } from '../helpers/acts.ts'
import { aPlan, openHall, refusalOf } from '../helpers/days.ts'

describe('sitting down at a counter', () => {
  it('serves what the plan says, or what the officer chooses [D5]', () => {
    const hall = openHall({ 3: 'sari' })
    expect(hall.day.counters['3']).toMatchObject({ state: 'open', officerId: 'sari', services: ['ktp', 'kk'] })
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    expect(hall.day.counters['3']!.services).toEqual(['kk'])
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['ktp'] })
    expect(hall.day.counters['3']!.services).toEqual(['ktp'])
  })

  it('counts a service once that is named twice [D5]', () => {
    const hall = openHall()
    hall.staff('sari', { verb: 'openCounter', counterId: '1', services: ['ktp', 'ktp'] })
    expect(hall.day.counters['1']!.services).toEqual(['ktp'])
  })

  it('keeps the ticket at the counter when the officer changes services', () => {
    const hall = withTickets(openHall({ 3: 'sari' }))
    hall.next('sari', '3')
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    expect(hall.at('3')!.number).toBe('A-001')
  })

  it('closes the idle counter that the officer left open [D1]', () => {
    const hall = openHall({ 1: 'sari' })
    const events = hall.staff('sari', { verb: 'openCounter', counterId: '2' })
    expect(events.map(e => e.type)).toEqual(['counterClosed', 'counterOpened'])
    expect(hall.day.counters['1']).toMatchObject({ state: 'closed' })
    expect(hall.day.counters['1']).not.toHaveProperty('officerId')
  })

  it('is refused while a ticket stands at the counter left behind [D1]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(refusalOf(() => hall.staff('sari', { verb: 'openCounter', counterId: '2' }))).toBe('OFFICER_ELSEWHERE')
    expect(hall.day.counters['2']!.state).toBe('closed')
  })

  it('is refused where a colleague sits, also while the colleague rests, and to anyone but staff [D2]', () => {
    const hall = after(openHall({ 1: 'sari' }), takeBreak)
    expect(refusalOf(() => hall.staff('budi', openCounter))).toBe('COUNTER_TAKEN')
    expect(refusalOf(() => hall.ask('device:kiosk', { ...openCounter, counterId: '2' }))).toBe('FORBIDDEN')
    expect(refusalOf(() => hall.ask('system', { ...openCounter, counterId: '2' }))).toBe('FORBIDDEN')
  })

  it('ends a break', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    expect(hall.day.counters['1']).toMatchObject({ state: 'break', until: hall.now + 15 * MINUTE })
    hall.wait(5)
    after(hall, openCounter)
    expect(hall.day.counters['1']!.state).toBe('open')
    expect(hall.day.counters['1']).not.toHaveProperty('until')
    expect(hall.next('sari', '1')).toBe('A-001')
  })
})

describe('a plan that changes during the day', () => {
  it('keeps open counters, their officers and their tickets [H7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ returnPlaces: 5 }) })
    expect(hall.day.counters['1']).toMatchObject({ state: 'open', officerId: 'sari', current: 0 })
    expect(hall.day.plan!.returnPlaces).toBe(5)
  })

  it('strikes a closed counter at once, an open one only when its officer has left [D10]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ counters: [{ id: '7', services: ['kk'] }] }) })
    expect(Object.keys(hall.day.counters).sort()).toEqual(['1', '7'])
    after(hall, finish, closeCounter)
    expect(refusalOf(() => hall.staff('sari', openCounter))).toBe('COUNTER_UNKNOWN')
    expect(refusalOf(() => hall.staff('sari', { ...openCounter, services: ['ktp'] } as Request))).toBe(
      'COUNTER_UNKNOWN',
    )
  })

  it('leaves a counter on break as it is, also a struck one until its officer has left [H7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    const resting = hall.day.counters['1']
    hall.wait(5)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ returnPlaces: 5 }) })
    expect(hall.day.counters['1']).toEqual(resting)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ counters: [{ id: '7', services: ['kk'] }] }) })
    expect(hall.day.counters['1']).toEqual(resting)
    after(hall, closeCounter)
    expect(refusalOf(() => hall.staff('sari', openCounter))).toBe('COUNTER_UNKNOWN')
  })

  it('lets an officer come back from a break though a service was struck meanwhile', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    const services = aPlan().services.filter(s => s.id !== 'ktp')
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services }) })
    after(hall, openCounter)
    expect(hall.next('sari', '1')).toBe('A-001')
  })

  it('lets those who wait for a struck service be called, but nobody join [L11]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services: aPlan().services.slice(1) }) })
    expect(refusalOf(() => hall.take('ktp'))).toBe('SERVICE_UNKNOWN')
    expect(hall.next('sari', '1')).toBe('A-001')
  })
})
