// A thread of dondoc: judges parts of a large folder.
require('./load.cjs').load('main.cjs').work();
