import { CloudEnum } from '../../graphql/cloud.ts'
import { mutation } from '../../graphql/mutation.ts'
import { ChannelEnum, DeadlineRef, EffectEnum } from './schema.ts'
import { addDeadline } from './verbs/add-deadline.ts'
import { moveDeadline } from './verbs/move-deadline.ts'
import { withdrawDeadline } from './verbs/withdraw-deadline.ts'

mutation('deadlineAdd', {
  description: 'Adds a date for the whole installation, and judges everybody’s stored facts again. For operators.',
  input: (t) => ({
    service: t.string({ required: true, description: 'Whose change it is, for instance Exchange Online.' }),
    clouds: t.field({ type: [CloudEnum], required: true, description: 'Clouds it holds in.' }),
    channel: t.field({ type: ChannelEnum, required: true, description: 'Way of connecting.' }),
    protocols: t.stringList({ required: true, description: 'For instance TLSv1.0; also 3DES, static-RSA, SHA-1.' }),
    effect: t.field({ type: EffectEnum, required: true, description: 'What happens.' }),
    date: t.string({ required: true, description: 'Day on which it starts, for instance 2027-06-30.' }),
    until: t.string({ description: 'Last day of a staged change.' }),
    announcedOn: t.string({ description: 'Day of the notice.' }),
    source: t.string({ required: true, description: 'Where it is said: an address or a title.' }),
    note: t.string({ required: true, description: 'What it means, in the language of your people.' }),
    reason: t.string({ description: 'Why you add it.' }),
  }),
  run: (ctx, input) => addDeadline({ ctx, input }),
  payload: (t) => ({
    deadline: t.field({ type: DeadlineRef, description: 'The record.', resolve: (payload) => payload.deadline }),
  }),
})

mutation('deadlineMove', {
  description: 'Replaces a deadline by one with another date; the old record stays as history. For operators.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Id of the deadline.' }),
    date: t.string({ required: true, description: 'The new day.' }),
    announcedOn: t.string({ description: 'Day of the notice that moved it.' }),
    source: t.string({ required: true, description: 'Where the new date is said.' }),
    reason: t.string({ description: 'Why it is moved.' }),
  }),
  run: (ctx, input) => moveDeadline({ ctx, input }),
  payload: (t) => ({
    deadline: t.field({ type: DeadlineRef, description: 'The new record.', resolve: (payload) => payload.deadline }),
  }),
})

mutation('deadlineWithdraw', {
  description: 'Takes back a record that an operator added or moved; what it replaced stands again. For operators.',
  input: (t) => ({ id: t.id({ required: true, description: 'Id of the record.' }) }),
  run: (ctx, input) => withdrawDeadline({ ctx, input }),
  payload: (t) => ({
    id: t.id({ description: 'Id of the record that no longer stands.', resolve: (payload) => payload.id }),
  }),
})
