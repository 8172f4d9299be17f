// the programme, as of May
var program = [
  {id: '1', "title": 'Opening, it\'s on', tags: ['track:Main', 'type:Event'], date: '2024-10-01', time: '19:45', mins: '30', loc: ['Hall "A"'],
   people: [{ id: 'p1', name: 'Ada Example' },], desc: 'x ' +
     "and y", /* no links */ },
  {id: "2", title: `Closing`, date: "2024-10-03", time: "18:00", loc: ["Hall"], people: null, desc: "caf\xe9"},
];
var people = [{"id": "p1", name: ["Ada", "Example"], prog: ["1", "2"], bio: "Wrote\u00a0it."}];
