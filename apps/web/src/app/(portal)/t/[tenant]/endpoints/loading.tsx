import { ListPageSkeleton } from '../../../../../features/endpoints/index.ts'

export default ListPageSkeleton
