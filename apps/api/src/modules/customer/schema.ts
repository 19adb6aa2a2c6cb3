import { mutation } from '../../graphql/mutation.ts'
import { DelegationRef } from '../delegation/index.ts'
import { RoleEnum } from '../tenant/index.ts'
import { createCustomer } from './verbs/create-customer.ts'
import { discardCustomer } from './verbs/discard-customer.ts'
import { handOver } from './verbs/hand-over.ts'

mutation('customerCreate', {
  description:
    'As a partner, creates a customer that nobody owns yet and is let in there. Hand it over when it is ready.',
  input: (t) => ({
    partnerId: t.id({ required: true, description: 'Global id of your tenant, a partner.' }),
    name: t.string({ required: true, description: 'Name of the customer, at most 100 characters.' }),
    role: t.field({
      type: RoleEnum,
      description: 'The most that your people may do there: ADMIN unless told; not OWNER.',
    }),
    days: t.int({ description: 'Days that you are let in, 1 to 730; 365 unless told.' }),
    technicianGroupId: t.id({ description: 'Global id of a group of technicians that looks after it from the start.' }),
  }),
  run: (ctx, input) => createCustomer({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({
      type: DelegationRef,
      description: 'How you are let in, with the id of the customer.',
      resolve: (payload) => payload.delegation,
    }),
  }),
})

mutation('customerHandOver', {
  description: 'As the partner that created a customer, invites the person who will own it. An older invitation ends.',
  input: (t) => ({
    delegationId: t.id({ required: true, description: 'Global id of the delegation that came with the customer.' }),
    email: t.string({ required: true, description: 'Address of the person.' }),
  }),
  run: (ctx, input) => handOver({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({
      type: DelegationRef,
      description: 'The delegation.',
      resolve: (payload) => payload.delegation,
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link ends.' }),
    link: t.string({
      nullable: true,
      description: 'Pass this on yourself where no mail server is set; null where a letter brings it.',
      resolve: (payload) => payload.link,
    }),
  }),
})

mutation('customerDiscard', {
  description: 'As the partner that created a customer, deletes it with everything in it, while nobody owns it.',
  input: (t) => ({
    delegationId: t.id({ required: true, description: 'Global id of the delegation that came with the customer.' }),
    name: t.string({ required: true, description: 'Name of the customer, to be sure.' }),
  }),
  run: (ctx, input) => discardCustomer({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'The delegation that was.', resolve: (payload) => payload.id }) }),
})
