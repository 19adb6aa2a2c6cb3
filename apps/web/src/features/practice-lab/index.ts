export { PracticeLabOffer } from './practice-lab-offer.tsx'
