import { testByHand } from './by-hand';

// In two files, so that jest uses two processors, as `baton test` does.
testByHand([5, 6, 7, 8, 9]);
