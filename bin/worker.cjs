// A thread of dondoc: judges parts of a large folder.
const { load, tune } = require('./load.cjs');

tune('shared');
load('main.cjs').work(tune);
