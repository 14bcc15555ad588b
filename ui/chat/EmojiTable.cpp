// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/EmojiTable.h"

#include <QLocale>
#include <QStringView>

#include <iterator>

namespace tertulia
{

namespace
{

struct Entry {
    EmojiGroup group;
    const char16_t *text;
    const char16_t *english;
    const char16_t *spanish;
};

// clang-format off
constexpr Entry kEntries[] = {
    {EmojiGroup::People, u"😀", u"grinning face, smile, happy", u"cara sonriente, feliz"},
    {EmojiGroup::People, u"😃", u"big smile, happy", u"sonrisa grande, feliz"},
    {EmojiGroup::People, u"😄", u"smiling eyes, happy", u"ojos sonrientes, feliz"},
    {EmojiGroup::People, u"😁", u"beaming face, grin", u"cara radiante"},
    {EmojiGroup::People, u"😆", u"laughing, squinting", u"riendo"},
    {EmojiGroup::People, u"😅", u"nervous laugh, sweat", u"risa nerviosa, sudor"},
    {EmojiGroup::People, u"🤣", u"rolling on the floor, laugh", u"muerto de risa"},
    {EmojiGroup::People, u"😂", u"tears of joy, laugh", u"llorando de risa"},
    {EmojiGroup::People, u"🙂", u"slight smile", u"sonrisa leve"},
    {EmojiGroup::People, u"🙃", u"upside-down face", u"cara al revés"},
    {EmojiGroup::People, u"😉", u"wink", u"guiño"},
    {EmojiGroup::People, u"😊", u"blushing smile", u"sonrojado, contento"},
    {EmojiGroup::People, u"😇", u"angel, halo", u"ángel, aureola"},
    {EmojiGroup::People, u"🥰", u"in love, hearts", u"enamorado, corazones"},
    {EmojiGroup::People, u"😍", u"heart eyes, love", u"ojos de corazón, amor"},
    {EmojiGroup::People, u"🤩", u"star-struck", u"deslumbrado, estrellas"},
    {EmojiGroup::People, u"😘", u"blowing a kiss", u"lanzando un beso"},
    {EmojiGroup::People, u"😗", u"kissing", u"beso"},
    {EmojiGroup::People, u"😋", u"yummy, tasty", u"delicioso, rico"},
    {EmojiGroup::People, u"😛", u"tongue out", u"lengua fuera"},
    {EmojiGroup::People, u"😜", u"winking with tongue, joke", u"broma, lengua"},
    {EmojiGroup::People, u"🤪", u"crazy face", u"loco"},
    {EmojiGroup::People, u"🤑", u"money face", u"dinero"},
    {EmojiGroup::People, u"🤗", u"hug", u"abrazo"},
    {EmojiGroup::People, u"🤭", u"hand over mouth, oops", u"mano en la boca"},
    {EmojiGroup::People, u"🤫", u"shush, quiet", u"silencio"},
    {EmojiGroup::People, u"🤔", u"thinking", u"pensando, duda"},
    {EmojiGroup::People, u"🤐", u"zipper mouth", u"boca cerrada"},
    {EmojiGroup::People, u"🤨", u"raised eyebrow", u"ceja levantada"},
    {EmojiGroup::People, u"😐", u"neutral face", u"cara neutral"},
    {EmojiGroup::People, u"😑", u"expressionless", u"sin expresión"},
    {EmojiGroup::People, u"😶", u"no mouth", u"sin boca"},
    {EmojiGroup::People, u"😏", u"smirk", u"sonrisa pícara"},
    {EmojiGroup::People, u"😒", u"unamused", u"molesto"},
    {EmojiGroup::People, u"🙄", u"rolling eyes", u"ojos en blanco"},
    {EmojiGroup::People, u"😬", u"grimace, awkward", u"mueca, incómodo"},
    {EmojiGroup::People, u"😌", u"relieved", u"aliviado"},
    {EmojiGroup::People, u"😔", u"pensive, sad", u"pensativo, triste"},
    {EmojiGroup::People, u"😪", u"sleepy", u"con sueño"},
    {EmojiGroup::People, u"😴", u"sleeping", u"durmiendo, dormido"},
    {EmojiGroup::People, u"😷", u"mask, ill", u"mascarilla, enfermo"},
    {EmojiGroup::People, u"🤒", u"fever, ill", u"fiebre, enfermo"},
    {EmojiGroup::People, u"🤕", u"hurt, bandage", u"herido, venda"},
    {EmojiGroup::People, u"🤢", u"nausea", u"náusea"},
    {EmojiGroup::People, u"🤧", u"sneeze, cold", u"estornudo, resfriado"},
    {EmojiGroup::People, u"🥵", u"hot", u"calor"},
    {EmojiGroup::People, u"🥶", u"cold, freezing", u"frío, congelado"},
    {EmojiGroup::People, u"😵", u"dizzy", u"mareado"},
    {EmojiGroup::People, u"🤯", u"mind blown", u"alucinado"},
    {EmojiGroup::People, u"🥳", u"party", u"fiesta"},
    {EmojiGroup::People, u"😎", u"cool, sunglasses", u"gafas de sol, guay"},
    {EmojiGroup::People, u"🤓", u"nerd", u"empollón"},
    {EmojiGroup::People, u"🧐", u"monocle", u"monóculo"},
    {EmojiGroup::People, u"😕", u"confused", u"confundido"},
    {EmojiGroup::People, u"😟", u"worried", u"preocupado"},
    {EmojiGroup::People, u"🙁", u"frown, sad", u"triste"},
    {EmojiGroup::People, u"😮", u"surprised, open mouth", u"sorprendido"},
    {EmojiGroup::People, u"😲", u"astonished", u"asombrado"},
    {EmojiGroup::People, u"😳", u"flushed, embarrassed", u"avergonzado"},
    {EmojiGroup::People, u"🥺", u"pleading", u"suplicando"},
    {EmojiGroup::People, u"😨", u"fearful", u"miedo"},
    {EmojiGroup::People, u"😰", u"anxious", u"ansioso"},
    {EmojiGroup::People, u"😢", u"crying, tear", u"llorando, lágrima"},
    {EmojiGroup::People, u"😭", u"sobbing", u"llorando mucho"},
    {EmojiGroup::People, u"😱", u"scream", u"grito"},
    {EmojiGroup::People, u"😣", u"persevering", u"esforzándose"},
    {EmojiGroup::People, u"😞", u"disappointed", u"decepcionado"},
    {EmojiGroup::People, u"😓", u"downcast, sweat", u"abatido"},
    {EmojiGroup::People, u"😩", u"weary", u"agotado"},
    {EmojiGroup::People, u"😫", u"tired", u"cansado"},
    {EmojiGroup::People, u"🥱", u"yawn, bored", u"bostezo, aburrido"},
    {EmojiGroup::People, u"😤", u"huffing", u"resoplando"},
    {EmojiGroup::People, u"😡", u"angry, mad", u"enfadado, rabia"},
    {EmojiGroup::People, u"🤬", u"swearing", u"palabrotas"},
    {EmojiGroup::People, u"💀", u"skull, dead", u"calavera, muerto"},
    {EmojiGroup::People, u"💩", u"poo", u"caca"},
    {EmojiGroup::People, u"🤡", u"clown", u"payaso"},
    {EmojiGroup::People, u"👻", u"ghost", u"fantasma"},
    {EmojiGroup::People, u"👽", u"alien", u"extraterrestre"},
    {EmojiGroup::People, u"🤖", u"robot", u"robot"},
    {EmojiGroup::People, u"😺", u"cat smiling", u"gato sonriente"},
    {EmojiGroup::People, u"🙈", u"see no evil, monkey", u"mono, no ver"},
    {EmojiGroup::Gestures, u"👋", u"waving hand, hello, bye", u"saludo, hola, adiós"},
    {EmojiGroup::Gestures, u"🤚", u"raised back of hand", u"mano levantada"},
    {EmojiGroup::Gestures, u"✋", u"raised hand, stop", u"mano, alto"},
    {EmojiGroup::Gestures, u"🖖", u"vulcan salute", u"saludo vulcano"},
    {EmojiGroup::Gestures, u"👌", u"OK hand", u"de acuerdo, vale"},
    {EmojiGroup::Gestures, u"🤏", u"pinching, small", u"un poquito"},
    {EmojiGroup::Gestures, u"✌️", u"victory, peace", u"victoria, paz"},
    {EmojiGroup::Gestures, u"🤞", u"fingers crossed, luck", u"dedos cruzados, suerte"},
    {EmojiGroup::Gestures, u"🤟", u"love-you gesture", u"te quiero"},
    {EmojiGroup::Gestures, u"🤘", u"horns, rock", u"cuernos, rock"},
    {EmojiGroup::Gestures, u"🤙", u"call me", u"llámame"},
    {EmojiGroup::Gestures, u"👈", u"pointing left", u"señalar izquierda"},
    {EmojiGroup::Gestures, u"👉", u"pointing right", u"señalar derecha"},
    {EmojiGroup::Gestures, u"👆", u"pointing up", u"señalar arriba"},
    {EmojiGroup::Gestures, u"👇", u"pointing down", u"señalar abajo"},
    {EmojiGroup::Gestures, u"👍", u"thumbs up, like, yes", u"pulgar arriba, me gusta, sí"},
    {EmojiGroup::Gestures, u"👎", u"thumbs down, dislike, no", u"pulgar abajo, no me gusta"},
    {EmojiGroup::Gestures, u"✊", u"raised fist", u"puño levantado"},
    {EmojiGroup::Gestures, u"👊", u"fist bump", u"puño"},
    {EmojiGroup::Gestures, u"👏", u"clapping, applause", u"aplauso"},
    {EmojiGroup::Gestures, u"🙌", u"raising hands, hooray", u"manos arriba, hurra"},
    {EmojiGroup::Gestures, u"🤝", u"handshake, deal", u"apretón de manos, trato"},
    {EmojiGroup::Gestures, u"🙏", u"folded hands, please, thanks", u"por favor, gracias"},
    {EmojiGroup::Gestures, u"✍️", u"writing", u"escribiendo"},
    {EmojiGroup::Gestures, u"💪", u"muscle, strong", u"fuerza, músculo"},
    {EmojiGroup::Gestures, u"🧠", u"brain", u"cerebro"},
    {EmojiGroup::Gestures, u"👀", u"eyes, look", u"ojos, mirar"},
    {EmojiGroup::Gestures, u"🤷", u"shrug", u"encogerse de hombros, ni idea"},
    {EmojiGroup::Gestures, u"🤦", u"facepalm", u"mano en la cara"},
    {EmojiGroup::Gestures, u"🙋", u"raising hand, me", u"levantar la mano, yo"},
    {EmojiGroup::Gestures, u"🏃", u"running", u"corriendo"},
    {EmojiGroup::Gestures, u"💃", u"dancing", u"bailando"},
    {EmojiGroup::Gestures, u"👪", u"family", u"familia"},
    {EmojiGroup::Gestures, u"👶", u"baby", u"bebé"},
    {EmojiGroup::Gestures, u"❤️", u"red heart, love", u"corazón rojo, amor"},
    {EmojiGroup::Gestures, u"🧡", u"orange heart", u"corazón naranja"},
    {EmojiGroup::Gestures, u"💛", u"yellow heart", u"corazón amarillo"},
    {EmojiGroup::Gestures, u"💚", u"green heart", u"corazón verde"},
    {EmojiGroup::Gestures, u"💙", u"blue heart", u"corazón azul"},
    {EmojiGroup::Gestures, u"💜", u"purple heart", u"corazón morado"},
    {EmojiGroup::Gestures, u"🖤", u"black heart", u"corazón negro"},
    {EmojiGroup::Gestures, u"💔", u"broken heart", u"corazón roto"},
    {EmojiGroup::Gestures, u"💕", u"two hearts", u"dos corazones"},
    {EmojiGroup::Gestures, u"💯", u"hundred points", u"cien"},
    {EmojiGroup::Gestures, u"💥", u"collision, boom", u"explosión"},
    {EmojiGroup::Gestures, u"💤", u"sleep, zzz", u"sueño"},
    {EmojiGroup::Nature, u"🐶", u"dog", u"perro"},
    {EmojiGroup::Nature, u"🐱", u"cat", u"gato"},
    {EmojiGroup::Nature, u"🐭", u"mouse", u"ratón"},
    {EmojiGroup::Nature, u"🐰", u"rabbit", u"conejo"},
    {EmojiGroup::Nature, u"🦊", u"fox", u"zorro"},
    {EmojiGroup::Nature, u"🐻", u"bear", u"oso"},
    {EmojiGroup::Nature, u"🐼", u"panda", u"panda"},
    {EmojiGroup::Nature, u"🐨", u"koala", u"koala"},
    {EmojiGroup::Nature, u"🦁", u"lion", u"león"},
    {EmojiGroup::Nature, u"🐮", u"cow", u"vaca"},
    {EmojiGroup::Nature, u"🐷", u"pig", u"cerdo"},
    {EmojiGroup::Nature, u"🐸", u"frog", u"rana"},
    {EmojiGroup::Nature, u"🐔", u"chicken", u"gallina"},
    {EmojiGroup::Nature, u"🐧", u"penguin", u"pingüino"},
    {EmojiGroup::Nature, u"🐦", u"bird", u"pájaro"},
    {EmojiGroup::Nature, u"🦉", u"owl", u"búho"},
    {EmojiGroup::Nature, u"🐝", u"bee", u"abeja"},
    {EmojiGroup::Nature, u"🦋", u"butterfly", u"mariposa"},
    {EmojiGroup::Nature, u"🐌", u"snail", u"caracol"},
    {EmojiGroup::Nature, u"🐢", u"turtle", u"tortuga"},
    {EmojiGroup::Nature, u"🐍", u"snake", u"serpiente"},
    {EmojiGroup::Nature, u"🐙", u"octopus", u"pulpo"},
    {EmojiGroup::Nature, u"🐟", u"fish", u"pez"},
    {EmojiGroup::Nature, u"🐬", u"dolphin", u"delfín"},
    {EmojiGroup::Nature, u"🐳", u"whale", u"ballena"},
    {EmojiGroup::Nature, u"🌵", u"cactus", u"cactus"},
    {EmojiGroup::Nature, u"🎄", u"Christmas tree", u"árbol de Navidad"},
    {EmojiGroup::Nature, u"🌲", u"tree, pine", u"árbol, pino"},
    {EmojiGroup::Nature, u"🌴", u"palm tree", u"palmera"},
    {EmojiGroup::Nature, u"🌱", u"seedling", u"brote"},
    {EmojiGroup::Nature, u"🍀", u"four leaf clover, luck", u"trébol, suerte"},
    {EmojiGroup::Nature, u"🍁", u"maple leaf, autumn", u"hoja, otoño"},
    {EmojiGroup::Nature, u"💐", u"bouquet, flowers", u"ramo, flores"},
    {EmojiGroup::Nature, u"🌷", u"tulip", u"tulipán"},
    {EmojiGroup::Nature, u"🌹", u"rose", u"rosa"},
    {EmojiGroup::Nature, u"🌻", u"sunflower", u"girasol"},
    {EmojiGroup::Nature, u"🌞", u"sun", u"sol"},
    {EmojiGroup::Nature, u"🌙", u"moon", u"luna"},
    {EmojiGroup::Nature, u"⭐", u"star", u"estrella"},
    {EmojiGroup::Nature, u"⚡", u"lightning", u"rayo"},
    {EmojiGroup::Nature, u"🔥", u"fire", u"fuego"},
    {EmojiGroup::Nature, u"🌈", u"rainbow", u"arcoíris"},
    {EmojiGroup::Nature, u"☁️", u"cloud", u"nube"},
    {EmojiGroup::Nature, u"🌧️", u"rain", u"lluvia"},
    {EmojiGroup::Nature, u"❄️", u"snowflake", u"copo de nieve"},
    {EmojiGroup::Nature, u"⛄", u"snowman", u"muñeco de nieve"},
    {EmojiGroup::Nature, u"🌊", u"wave, sea", u"ola, mar"},
    {EmojiGroup::Food, u"🍎", u"apple", u"manzana"},
    {EmojiGroup::Food, u"🍌", u"banana", u"plátano"},
    {EmojiGroup::Food, u"🍊", u"orange", u"naranja"},
    {EmojiGroup::Food, u"🍋", u"lemon", u"limón"},
    {EmojiGroup::Food, u"🍇", u"grapes", u"uvas"},
    {EmojiGroup::Food, u"🍓", u"strawberry", u"fresa"},
    {EmojiGroup::Food, u"🍒", u"cherries", u"cerezas"},
    {EmojiGroup::Food, u"🍑", u"peach", u"melocotón"},
    {EmojiGroup::Food, u"🥑", u"avocado", u"aguacate"},
    {EmojiGroup::Food, u"🍅", u"tomato", u"tomate"},
    {EmojiGroup::Food, u"🥕", u"carrot", u"zanahoria"},
    {EmojiGroup::Food, u"🌶️", u"chili", u"guindilla"},
    {EmojiGroup::Food, u"🥐", u"croissant", u"cruasán"},
    {EmojiGroup::Food, u"🍞", u"bread", u"pan"},
    {EmojiGroup::Food, u"🧀", u"cheese", u"queso"},
    {EmojiGroup::Food, u"🍳", u"cooking, egg", u"cocinar, huevo"},
    {EmojiGroup::Food, u"🥓", u"bacon", u"beicon"},
    {EmojiGroup::Food, u"🍔", u"hamburger", u"hamburguesa"},
    {EmojiGroup::Food, u"🍟", u"fries", u"patatas fritas"},
    {EmojiGroup::Food, u"🍕", u"pizza", u"pizza"},
    {EmojiGroup::Food, u"🌮", u"taco", u"taco"},
    {EmojiGroup::Food, u"🥘", u"paella, pan of food", u"paella"},
    {EmojiGroup::Food, u"🥗", u"salad", u"ensalada"},
    {EmojiGroup::Food, u"🍝", u"spaghetti, pasta", u"espaguetis, pasta"},
    {EmojiGroup::Food, u"🍣", u"sushi", u"sushi"},
    {EmojiGroup::Food, u"🍦", u"ice cream", u"helado"},
    {EmojiGroup::Food, u"🍩", u"doughnut", u"rosquilla"},
    {EmojiGroup::Food, u"🍪", u"cookie", u"galleta"},
    {EmojiGroup::Food, u"🎂", u"birthday cake", u"tarta de cumpleaños"},
    {EmojiGroup::Food, u"🍰", u"cake", u"pastel"},
    {EmojiGroup::Food, u"🍫", u"chocolate", u"chocolate"},
    {EmojiGroup::Food, u"🍿", u"popcorn", u"palomitas"},
    {EmojiGroup::Food, u"☕", u"coffee, tea", u"café, té"},
    {EmojiGroup::Food, u"🍵", u"tea", u"té"},
    {EmojiGroup::Food, u"🍺", u"beer", u"cerveza"},
    {EmojiGroup::Food, u"🍻", u"cheers, beers", u"brindis, cervezas"},
    {EmojiGroup::Food, u"🥂", u"clinking glasses, toast", u"brindis, copas"},
    {EmojiGroup::Food, u"🍷", u"wine", u"vino"},
    {EmojiGroup::Food, u"🍹", u"cocktail", u"cóctel"},
    {EmojiGroup::Food, u"🧉", u"mate", u"mate"},
    {EmojiGroup::Activities, u"⚽", u"football, soccer", u"fútbol"},
    {EmojiGroup::Activities, u"🏀", u"basketball", u"baloncesto"},
    {EmojiGroup::Activities, u"🎾", u"tennis", u"tenis"},
    {EmojiGroup::Activities, u"🏐", u"volleyball", u"voleibol"},
    {EmojiGroup::Activities, u"🏓", u"table tennis", u"ping-pong"},
    {EmojiGroup::Activities, u"🥊", u"boxing", u"boxeo"},
    {EmojiGroup::Activities, u"🏊", u"swimming", u"nadar"},
    {EmojiGroup::Activities, u"🚴", u"cycling", u"ciclismo"},
    {EmojiGroup::Activities, u"🧗", u"climbing", u"escalar"},
    {EmojiGroup::Activities, u"⛷️", u"skiing", u"esquí"},
    {EmojiGroup::Activities, u"🏆", u"trophy, win", u"trofeo, ganar"},
    {EmojiGroup::Activities, u"🥇", u"gold medal", u"medalla de oro"},
    {EmojiGroup::Activities, u"🎉", u"party popper, congratulations", u"fiesta, felicidades"},
    {EmojiGroup::Activities, u"🎊", u"confetti", u"confeti"},
    {EmojiGroup::Activities, u"🎈", u"balloon", u"globo"},
    {EmojiGroup::Activities, u"🎁", u"gift, present", u"regalo"},
    {EmojiGroup::Activities, u"🎮", u"video game", u"videojuego"},
    {EmojiGroup::Activities, u"🎲", u"dice", u"dado"},
    {EmojiGroup::Activities, u"🧩", u"puzzle", u"rompecabezas"},
    {EmojiGroup::Activities, u"♟️", u"chess", u"ajedrez"},
    {EmojiGroup::Activities, u"🎨", u"art, paint", u"arte, pintura"},
    {EmojiGroup::Activities, u"🎭", u"theatre", u"teatro"},
    {EmojiGroup::Activities, u"🎬", u"film, movie", u"película, cine"},
    {EmojiGroup::Activities, u"🎤", u"microphone, sing", u"micrófono, cantar"},
    {EmojiGroup::Activities, u"🎧", u"headphones, music", u"auriculares, música"},
    {EmojiGroup::Activities, u"🎸", u"guitar", u"guitarra"},
    {EmojiGroup::Activities, u"🎹", u"piano", u"piano"},
    {EmojiGroup::Activities, u"🎺", u"trumpet", u"trompeta"},
    {EmojiGroup::Activities, u"🥁", u"drum", u"tambor"},
    {EmojiGroup::Activities, u"🎵", u"music note", u"nota musical"},
    {EmojiGroup::Travel, u"🚗", u"car", u"coche"},
    {EmojiGroup::Travel, u"🚕", u"taxi", u"taxi"},
    {EmojiGroup::Travel, u"🚌", u"bus", u"autobús"},
    {EmojiGroup::Travel, u"🚲", u"bicycle", u"bicicleta"},
    {EmojiGroup::Travel, u"🛵", u"scooter", u"moto"},
    {EmojiGroup::Travel, u"🚆", u"train", u"tren"},
    {EmojiGroup::Travel, u"🚇", u"metro", u"metro"},
    {EmojiGroup::Travel, u"✈️", u"aeroplane, flight", u"avión, vuelo"},
    {EmojiGroup::Travel, u"🚀", u"rocket", u"cohete"},
    {EmojiGroup::Travel, u"🚢", u"ship", u"barco"},
    {EmojiGroup::Travel, u"⛵", u"sailing boat", u"velero"},
    {EmojiGroup::Travel, u"🚑", u"ambulance", u"ambulancia"},
    {EmojiGroup::Travel, u"🚦", u"traffic light", u"semáforo"},
    {EmojiGroup::Travel, u"🗺️", u"map", u"mapa"},
    {EmojiGroup::Travel, u"🏠", u"house, home", u"casa"},
    {EmojiGroup::Travel, u"🏢", u"office building", u"oficina"},
    {EmojiGroup::Travel, u"🏥", u"hospital", u"hospital"},
    {EmojiGroup::Travel, u"🏫", u"school", u"escuela"},
    {EmojiGroup::Travel, u"⛪", u"church", u"iglesia"},
    {EmojiGroup::Travel, u"🏖️", u"beach", u"playa"},
    {EmojiGroup::Travel, u"⛰️", u"mountain", u"montaña"},
    {EmojiGroup::Travel, u"🏕️", u"camping", u"acampada"},
    {EmojiGroup::Travel, u"🌍", u"world, earth", u"mundo, tierra"},
    {EmojiGroup::Travel, u"🌅", u"sunrise", u"amanecer"},
    {EmojiGroup::Travel, u"🌃", u"night, city", u"noche, ciudad"},
    {EmojiGroup::Travel, u"🎡", u"ferris wheel", u"noria"},
    {EmojiGroup::Objects, u"⌚", u"watch", u"reloj"},
    {EmojiGroup::Objects, u"📱", u"phone", u"teléfono, móvil"},
    {EmojiGroup::Objects, u"💻", u"laptop, computer", u"portátil, ordenador"},
    {EmojiGroup::Objects, u"⌨️", u"keyboard", u"teclado"},
    {EmojiGroup::Objects, u"🖨️", u"printer", u"impresora"},
    {EmojiGroup::Objects, u"📷", u"camera", u"cámara"},
    {EmojiGroup::Objects, u"📺", u"television", u"televisión"},
    {EmojiGroup::Objects, u"🔋", u"battery", u"batería"},
    {EmojiGroup::Objects, u"🔌", u"plug", u"enchufe"},
    {EmojiGroup::Objects, u"💡", u"idea, light bulb", u"idea, bombilla"},
    {EmojiGroup::Objects, u"🔦", u"torch", u"linterna"},
    {EmojiGroup::Objects, u"💰", u"money", u"dinero"},
    {EmojiGroup::Objects, u"💳", u"credit card", u"tarjeta"},
    {EmojiGroup::Objects, u"✉️", u"letter, envelope", u"carta, sobre"},
    {EmojiGroup::Objects, u"📧", u"e-mail", u"correo"},
    {EmojiGroup::Objects, u"📦", u"package", u"paquete"},
    {EmojiGroup::Objects, u"📝", u"note, memo", u"nota"},
    {EmojiGroup::Objects, u"📅", u"calendar, date", u"calendario, fecha"},
    {EmojiGroup::Objects, u"📌", u"pin", u"chincheta"},
    {EmojiGroup::Objects, u"📎", u"paper clip", u"clip"},
    {EmojiGroup::Objects, u"✂️", u"scissors", u"tijeras"},
    {EmojiGroup::Objects, u"🔒", u"locked", u"cerrado, candado"},
    {EmojiGroup::Objects, u"🔓", u"unlocked", u"abierto"},
    {EmojiGroup::Objects, u"🔑", u"key", u"llave"},
    {EmojiGroup::Objects, u"🔨", u"hammer", u"martillo"},
    {EmojiGroup::Objects, u"🔧", u"wrench", u"llave inglesa"},
    {EmojiGroup::Objects, u"⚙️", u"gear", u"engranaje"},
    {EmojiGroup::Objects, u"💊", u"pill, medicine", u"pastilla, medicina"},
    {EmojiGroup::Objects, u"🛒", u"shopping trolley", u"carrito de compra"},
    {EmojiGroup::Objects, u"🚿", u"shower", u"ducha"},
    {EmojiGroup::Objects, u"🛏️", u"bed", u"cama"},
    {EmojiGroup::Objects, u"📚", u"books", u"libros"},
    {EmojiGroup::Objects, u"📰", u"newspaper", u"periódico"},
    {EmojiGroup::Objects, u"🕯️", u"candle", u"vela"},
    {EmojiGroup::Objects, u"🧹", u"broom, clean", u"escoba, limpiar"},
    {EmojiGroup::Objects, u"👓", u"glasses", u"gafas"},
    {EmojiGroup::Objects, u"🎒", u"backpack", u"mochila"},
    {EmojiGroup::Objects, u"👑", u"crown", u"corona"},
    {EmojiGroup::Objects, u"💎", u"gem", u"gema"},
    {EmojiGroup::Objects, u"⏰", u"alarm clock", u"despertador"},
    {EmojiGroup::Objects, u"⏳", u"hourglass", u"reloj de arena"},
    {EmojiGroup::Symbols, u"✅", u"check mark, done, yes", u"hecho, sí"},
    {EmojiGroup::Symbols, u"❌", u"cross, no", u"cruz, no"},
    {EmojiGroup::Symbols, u"❓", u"question", u"pregunta"},
    {EmojiGroup::Symbols, u"❗", u"exclamation, important", u"exclamación, importante"},
    {EmojiGroup::Symbols, u"⚠️", u"warning", u"aviso, cuidado"},
    {EmojiGroup::Symbols, u"🚫", u"prohibited", u"prohibido"},
    {EmojiGroup::Symbols, u"♻️", u"recycling", u"reciclaje"},
    {EmojiGroup::Symbols, u"➕", u"plus", u"más"},
    {EmojiGroup::Symbols, u"➖", u"minus", u"menos"},
    {EmojiGroup::Symbols, u"➡️", u"right arrow", u"flecha derecha"},
    {EmojiGroup::Symbols, u"⬅️", u"left arrow", u"flecha izquierda"},
    {EmojiGroup::Symbols, u"⬆️", u"up arrow", u"flecha arriba"},
    {EmojiGroup::Symbols, u"⬇️", u"down arrow", u"flecha abajo"},
    {EmojiGroup::Symbols, u"🔄", u"refresh, again", u"de nuevo"},
    {EmojiGroup::Symbols, u"🔁", u"repeat", u"repetir"},
    {EmojiGroup::Symbols, u"🔔", u"bell", u"campana"},
    {EmojiGroup::Symbols, u"🔕", u"muted bell", u"campana silenciada"},
    {EmojiGroup::Symbols, u"🔇", u"muted", u"silenciado"},
    {EmojiGroup::Symbols, u"📢", u"loudspeaker", u"megáfono"},
    {EmojiGroup::Symbols, u"💬", u"speech bubble", u"bocadillo, mensaje"},
    {EmojiGroup::Symbols, u"💭", u"thought", u"pensamiento"},
    {EmojiGroup::Symbols, u"♾️", u"infinity", u"infinito"},
    {EmojiGroup::Symbols, u"🆗", u"OK", u"vale"},
    {EmojiGroup::Symbols, u"🆘", u"SOS, help", u"ayuda"},
    {EmojiGroup::Symbols, u"🔴", u"red circle", u"círculo rojo"},
    {EmojiGroup::Symbols, u"🟢", u"green circle", u"círculo verde"},
    {EmojiGroup::Symbols, u"🔵", u"blue circle", u"círculo azul"},
    {EmojiGroup::Symbols, u"🏁", u"finish flag", u"bandera de meta"},
    {EmojiGroup::Symbols, u"🏳️‍🌈", u"rainbow flag", u"bandera arcoíris"},
    {EmojiGroup::Symbols, u"🇪🇸", u"Spain", u"España"},
    {EmojiGroup::Symbols, u"🇪🇺", u"European Union", u"Unión Europea"},
    {EmojiGroup::Symbols, u"🇬🇧", u"United Kingdom", u"Reino Unido"},
    {EmojiGroup::Symbols, u"🇺🇸", u"United States", u"Estados Unidos"},
    {EmojiGroup::Symbols, u"🇲🇽", u"Mexico", u"México"},
    {EmojiGroup::Symbols, u"🇦🇷", u"Argentina", u"Argentina"},
    {EmojiGroup::Symbols, u"🇨🇴", u"Colombia", u"Colombia"},
    {EmojiGroup::Symbols, u"🇨🇱", u"Chile", u"Chile"},
    {EmojiGroup::Symbols, u"🇵🇪", u"Peru", u"Perú"},
    {EmojiGroup::Symbols, u"🇫🇷", u"France", u"Francia"},
    {EmojiGroup::Symbols, u"🇩🇪", u"Germany", u"Alemania"},
    {EmojiGroup::Symbols, u"🇮🇹", u"Italy", u"Italia"},
    {EmojiGroup::Symbols, u"🇵🇹", u"Portugal", u"Portugal"},
};
// clang-format on

QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toLower();
    }
    return plain;
}

QStringList wordsOf(const QString &text)
{
    return folded(text).replace(u',', u' ').replace(u'-', u' ').split(u' ', Qt::SkipEmptyParts);
}

bool matches(const QStringList &words, const QStringList &wanted)
{
    for (const QString &prefix : wanted) {
        bool found = false;
        for (const QString &word : words)
            found = found || word.startsWith(prefix);
        if (!found)
            return false;
    }
    return true;
}

} // namespace

QString Emoji::name() const
{
    const QString &words = QLocale().language() == QLocale::Spanish ? spanish : english;
    return words.section(u',', 0, 0);
}

const QList<Emoji> &allEmoji()
{
    static const QList<Emoji> all = [] {
        QList<Emoji> emoji;
        emoji.reserve(qsizetype(std::size(kEntries)));
        for (const Entry &entry : kEntries) {
            emoji << Emoji{entry.group, QString::fromUtf16(entry.text), QString::fromUtf16(entry.english),
                           QString::fromUtf16(entry.spanish)};
        }
        return emoji;
    }();
    return all;
}

QList<Emoji> findEmoji(const QString &text)
{
    const QStringList wanted = wordsOf(text);
    QList<Emoji> found;
    for (const Emoji &emoji : allEmoji()) {
        if (emoji.text == text.trimmed()
            || (!wanted.isEmpty()
                && (matches(wordsOf(emoji.english), wanted) || matches(wordsOf(emoji.spanish), wanted))))
            found << emoji;
    }
    return found;
}

} // namespace tertulia
