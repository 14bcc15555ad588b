<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Tertulia authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatTitle</name>
    <message>
        <source>Notes to myself</source>
        <translation>Notas para mí</translation>
    </message>
</context>
<context>
    <name>ConnectionFacts</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Address reached</source>
        <translation>Dirección alcanzada</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Stream management</source>
        <translation>Gestión del flujo</translation>
    </message>
    <message>
        <source>On: a cut loses no message</source>
        <translation>Activada: un corte no pierde ningún mensaje</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudada</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>resumed connections</comment>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Algoritmo</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>Iniciado con</translation>
    </message>
    <message>
        <source>Direct TLS</source>
        <translation>TLS directo</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None, although it worked before. Somebody may be in between, or the server has changed.</source>
        <translation>Ninguna, aunque antes funcionaba. Puede haber alguien en medio, o el servidor ha cambiado.</translation>
    </message>
    <message>
        <source>Log-in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Mecanismo</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>Vinculación al canal</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>Certificado del servidor</translation>
    </message>
    <message>
        <source>Certificate of issuer %1</source>
        <translation>Certificado del emisor %1</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>Clave del servidor</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Changes of the server’s key</source>
        <translation>Cambios de la clave del servidor</translation>
    </message>
    <message>
        <source>None has been seen.</source>
        <translation>No se ha visto ninguno.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>There has been no connection since Tertulia was started.</source>
        <translation>No ha habido ninguna conexión desde que se abrió Tertulia.</translation>
    </message>
    <message>
        <source>Not connected now. This is about the last connection.</source>
        <translation>Ahora no hay conexión. Estos datos son de la última.</translation>
    </message>
    <message>
        <source>The log-in of %1 is no longer tied to its encrypted connection, as it was before. Somebody may be in between, or the server has changed. The details of the connection tell more.</source>
        <translation>El inicio de sesión de %1 ya no queda vinculado a su conexión cifrada, como antes. Puede haber alguien en medio, o el servidor ha cambiado. En los detalles de la conexión hay más información.</translation>
    </message>
    <message>
        <source>Direct TLS, as a WebSocket</source>
        <translation>TLS directo, como WebSocket</translation>
    </message>
</context>
<context>
    <name>ConnectionSteps</name>
    <message>
        <source>Found server %1, direct TLS</source>
        <translation>Servidor encontrado: %1, TLS directo</translation>
    </message>
    <message>
        <source>Found server %1, STARTTLS</source>
        <translation>Servidor encontrado: %1, STARTTLS</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Conectado a %1</translation>
    </message>
    <message>
        <source>Encrypted, certificate accepted</source>
        <translation>Cifrado, certificado aceptado</translation>
    </message>
    <message>
        <source>Certificate valid, issued by %1</source>
        <translation>Certificado válido, emitido por %1</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Logged in by %1</source>
        <translation>Sesión iniciada con %1</translation>
    </message>
    <message>
        <source>This device is %1</source>
        <translation>Este dispositivo es %1</translation>
    </message>
    <message>
        <source>Contacts loaded</source>
        <translation>Contactos cargados</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Buscando el servidor…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>Encrypting the connection…</source>
        <translation>Cifrando la conexión…</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Getting an address for this device…</source>
        <translation>Obteniendo una dirección para este dispositivo…</translation>
    </message>
    <message>
        <source>Loading contacts…</source>
        <translation>Cargando contactos…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>The password is needed.</source>
        <translation>Hace falta la contraseña.</translation>
    </message>
    <message>
        <source>Waiting for your keychain to be unlocked…</source>
        <translation>A la espera de que desbloquees tu depósito de claves…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>No connection, trying again in %1 s</source>
        <translation>Sin conexión; se reintentará en %1 s</translation>
    </message>
    <message>
        <source>No connection, trying again…</source>
        <translation>Sin conexión; reintentando…</translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation>Desconectando…</translation>
    </message>
    <message>
        <source>Needs password</source>
        <translation>Falta la contraseña</translation>
    </message>
    <message>
        <source>Keychain…</source>
        <comment>waiting for it, in a word</comment>
        <translation>Esperando claves…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Found server %1, WebSocket</source>
        <translation>Servidor encontrado: %1, WebSocket</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>No server was found for %1.</source>
        <translation>No se encontró ningún servidor para %1.</translation>
    </message>
    <message>
        <source>No server was found for this address.</source>
        <translation>No se encontró ningún servidor para esta dirección.</translation>
    </message>
    <message>
        <source>Check the spelling behind the @. If it is right, your own name service may be out of order.</source>
        <translation>Revisa lo que va detrás de la @. Si es correcto, puede que falle tu propio servicio de nombres (DNS).</translation>
    </message>
    <message>
        <source>%1 says that it offers no XMPP service.</source>
        <translation>%1 dice que no ofrece servicio XMPP.</translation>
    </message>
    <message>
        <source>This domain says that it offers no XMPP service.</source>
        <translation>Este dominio dice que no ofrece servicio XMPP.</translation>
    </message>
    <message>
        <source>Check the spelling behind the @, or ask whoever runs the server.</source>
        <translation>Revisa lo que va detrás de la @ o pregunta a quien administra el servidor.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 rechazó la conexión.</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>El servidor rechazó la conexión.</translation>
    </message>
    <message>
        <source>The server may be down, or a firewall stands between. Try again later, or set host and port under Connection options.</source>
        <translation>Puede que el servidor esté parado o que haya un cortafuegos por medio. Inténtalo más tarde o indica el host y el puerto en Opciones de conexión.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>Check your network. A firewall may block the port; direct TLS on port 443 or 5223 often works.</source>
        <translation>Revisa tu red. Puede que un cortafuegos bloquee el puerto; el TLS directo por el puerto 443 o 5223 suele funcionar.</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>No hay acceso a la red.</translation>
    </message>
    <message>
        <source>Check that this computer is connected.</source>
        <translation>Comprueba que este equipo está conectado.</translation>
    </message>
    <message>
        <source>The proxy did not make the connection.</source>
        <translation>El proxy no estableció la conexión.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Se perdió la conexión.</translation>
    </message>
    <message>
        <source>Tertulia connects again by itself.</source>
        <translation>Tertulia vuelve a conectarse por su cuenta.</translation>
    </message>
    <message>
        <source>The server stopped answering.</source>
        <translation>El servidor dejó de responder.</translation>
    </message>
    <message>
        <source>What answered at %1 is not an XMPP server.</source>
        <translation>Lo que respondió en %1 no es un servidor XMPP.</translation>
    </message>
    <message>
        <source>What answered is not an XMPP server.</source>
        <translation>Lo que respondió no es un servidor XMPP.</translation>
    </message>
    <message>
        <source>Check host and port under Connection options.</source>
        <translation>Revisa el host y el puerto en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The server offers no encryption.</source>
        <translation>El servidor no ofrece cifrado.</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Ask whoever runs it to switch TLS on.</source>
        <translation>No se le envió nada. Pide a quien lo administra que active TLS.</translation>
    </message>
    <message>
        <source>The server refused to begin encryption.</source>
        <translation>El servidor se negó a iniciar el cifrado.</translation>
    </message>
    <message>
        <source>Try again later, or choose direct TLS under Connection options.</source>
        <translation>Inténtalo más tarde o elige TLS directo en Opciones de conexión.</translation>
    </message>
    <message>
        <source>Something between you and the server put text into the connection.</source>
        <translation>Algo entre tú y el servidor introdujo texto en la conexión.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try another network, and tell whoever runs the server.</source>
        <translation>No se envió nada. Prueba con otra red y avisa a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server only knows encryption that is too old.</source>
        <translation>El servidor solo conoce un cifrado demasiado antiguo.</translation>
    </message>
    <message>
        <source>It needs TLS 1.2 or later. Ask whoever runs it to update it.</source>
        <translation>Hace falta TLS 1.2 o posterior. Pide a quien lo administra que lo actualice.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>No se pudo establecer la conexión cifrada.</translation>
    </message>
    <message>
        <source>Try the other choice of Security under Connection options.</source>
        <translation>Prueba la otra opción de Seguridad en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The server did not finish the encryption in time.</source>
        <translation>El servidor no completó el cifrado a tiempo.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, something on the way may block encrypted connections.</source>
        <translation>Inténtalo de nuevo. Si sigue igual, puede que algo en el camino bloquee las conexiones cifradas.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>El certificado de %1 ha caducado.</translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation>El certificado del servidor ha caducado.</translation>
    </message>
    <message>
        <source>Whoever runs the server must renew it. Also check the date of this computer.</source>
        <translation>Tiene que renovarlo quien administra el servidor. Comprueba también la fecha de este equipo.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>El certificado de %1 aún no es válido.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation>El certificado del servidor aún no es válido.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Comprueba la fecha y la hora de este equipo.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the certificate of %1.</source>
        <translation>Nadie en quien confíe este equipo responde por el certificado de %1.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the certificate of the server.</source>
        <translation>Nadie en quien confíe este equipo responde por el certificado del servidor.</translation>
    </message>
    <message>
        <source>It may be the server&apos;s own, or somebody else&apos;s in between. Compare its fingerprint with whoever runs the server.</source>
        <translation>Puede ser del propio servidor o de alguien que está en medio. Compara su huella con quien administra el servidor.</translation>
    </message>
    <message>
        <source>The certificate is for another name than %1.</source>
        <translation>El certificado no es para %1, sino para otro nombre.</translation>
    </message>
    <message>
        <source>The certificate is for another name than the server&apos;s.</source>
        <translation>El certificado no es para el nombre del servidor, sino para otro.</translation>
    </message>
    <message>
        <source>You may have reached the wrong server. Check the address.</source>
        <translation>Puede que hayas llegado al servidor equivocado. Revisa la dirección.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not in order.</source>
        <translation>El certificado de %1 no está en regla.</translation>
    </message>
    <message>
        <source>The certificate of the server is not in order.</source>
        <translation>El certificado del servidor no está en regla.</translation>
    </message>
    <message>
        <source>Whoever runs the server must mend it.</source>
        <translation>Tiene que arreglarlo quien administra el servidor.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted.</source>
        <translation>%1 muestra un certificado distinto de aquel en el que confiaste.</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you trusted.</source>
        <translation>El servidor muestra un certificado distinto de aquel en el que confiaste.</translation>
    </message>
    <message>
        <source>Somebody may be in between. Do not connect before whoever runs the server confirms the change.</source>
        <translation>Puede que haya alguien en medio. No te conectes hasta que quien administra el servidor confirme el cambio.</translation>
    </message>
    <message>
        <source>You chose not to connect.</source>
        <translation>Elegiste no conectarte.</translation>
    </message>
    <message>
        <source>Log in again if you want to see the certificate once more.</source>
        <translation>Vuelve a iniciar sesión si quieres ver el certificado otra vez.</translation>
    </message>
    <message>
        <source>The server wants the password itself, not a proof of it.</source>
        <translation>El servidor quiere la contraseña misma, no una prueba de ella.</translation>
    </message>
    <message>
        <source>This account does not allow that. Ask whoever runs the server to allow SCRAM.</source>
        <translation>Esta cuenta no lo permite. Pide a quien administra el servidor que permita SCRAM.</translation>
    </message>
    <message>
        <source>The server did not accept the password.</source>
        <translation>El servidor no aceptó la contraseña.</translation>
    </message>
    <message>
        <source>Check it and try again; the address is %1.</source>
        <translation>Revísala e inténtalo de nuevo; la dirección es %1.</translation>
    </message>
    <message>
        <source>Check the password and the address, and try again.</source>
        <translation>Revisa la contraseña y la dirección, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This account is disabled.</source>
        <translation>Esta cuenta está desactivada.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server why.</source>
        <translation>Pregunta el motivo a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The password of this account has expired.</source>
        <translation>La contraseña de esta cuenta ha caducado.</translation>
    </message>
    <message>
        <source>Set a new one on the web page of your server.</source>
        <translation>Pon una nueva en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>The server wants encryption before the log-in.</source>
        <translation>El servidor exige cifrado antes de iniciar sesión.</translation>
    </message>
    <message>
        <source>Choose Automatic as Security under Connection options.</source>
        <translation>Elige Automática como Seguridad en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The server does not let this log-in act for this address.</source>
        <translation>El servidor no permite usar esta dirección con este inicio de sesión.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Revisa la dirección.</translation>
    </message>
    <message>
        <source>The server finds this way to log in too weak for the account.</source>
        <translation>El servidor considera que esta forma de iniciar sesión es demasiado débil para la cuenta.</translation>
    </message>
    <message>
        <source>Set a new password on the web page of your server, then try again.</source>
        <translation>Pon una contraseña nueva en la página web de tu servidor e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The server could not read the log-in.</source>
        <translation>El servidor no pudo leer el inicio de sesión.</translation>
    </message>
    <message>
        <source>This is a fault in one of the two programs. Please report it.</source>
        <translation>Es un fallo de uno de los dos programas. Infórmanos de él, por favor.</translation>
    </message>
    <message>
        <source>The server cannot check passwords at the moment.</source>
        <translation>El servidor no puede comprobar contraseñas en este momento.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Inténtalo de nuevo dentro de unos minutos.</translation>
    </message>
    <message>
        <source>The log-in was interrupted.</source>
        <translation>Se interrumpió el inicio de sesión.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The server did not answer the log-in in time.</source>
        <translation>El servidor no respondió a tiempo al inicio de sesión.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The server&apos;s part of the log-in breaks the rules.</source>
        <translation>La parte del servidor en el inicio de sesión no cumple las reglas.</translation>
    </message>
    <message>
        <source>The password was not given away. Tell whoever runs the server.</source>
        <translation>La contraseña no se reveló. Avisa a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server could not prove that it knows this account.</source>
        <translation>El servidor no pudo demostrar que conoce esta cuenta.</translation>
    </message>
    <message>
        <source>It may be an impostor. Nothing was sent. Try another network.</source>
        <translation>Puede ser un impostor. No se envió nada. Prueba con otra red.</translation>
    </message>
    <message>
        <source>The server logged you in under another address.</source>
        <translation>El servidor inició tu sesión con otra dirección.</translation>
    </message>
    <message>
        <source>Check the address. If it is right, tell whoever runs the server.</source>
        <translation>Revisa la dirección. Si es correcta, avisa a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The password holds a character that XMPP does not allow.</source>
        <translation>La contraseña contiene un carácter que XMPP no permite.</translation>
    </message>
    <message>
        <source>Set a password without it on the web page of your server.</source>
        <translation>Pon una contraseña sin él en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>The server gave this connection no address.</source>
        <translation>El servidor no dio ninguna dirección a esta conexión.</translation>
    </message>
    <message>
        <source>Try again later, or ask whoever runs the server.</source>
        <translation>Inténtalo más tarde o pregunta a quien administra el servidor.</translation>
    </message>
    <message>
        <source>Another program is logged in under the same resource name.</source>
        <translation>Otro programa tiene una sesión abierta con el mismo nombre de recurso.</translation>
    </message>
    <message>
        <source>Change the resource name, or leave it empty.</source>
        <translation>Cambia el nombre de recurso o déjalo vacío.</translation>
    </message>
    <message>
        <source>The server did not give this connection an address in time.</source>
        <translation>El servidor no dio a tiempo una dirección a esta conexión.</translation>
    </message>
    <message>
        <source>The password is needed.</source>
        <translation>Hace falta la contraseña.</translation>
    </message>
    <message>
        <source>Type it to connect.</source>
        <translation>Escríbela para conectarte.</translation>
    </message>
    <message>
        <source>The server could not read what Tertulia sent.</source>
        <translation>El servidor no pudo leer lo que envió Tertulia.</translation>
    </message>
    <message>
        <source>The server did not accept a name prefix that Tertulia used.</source>
        <translation>El servidor no aceptó un prefijo de nombre que usó Tertulia.</translation>
    </message>
    <message>
        <source>The same account connected somewhere else in place of this connection.</source>
        <translation>La misma cuenta se conectó en otro lugar y sustituyó a esta conexión.</translation>
    </message>
    <message>
        <source>Connect again to take it back. If that was not you, change the password.</source>
        <translation>Vuelve a conectarte para recuperarla. Si no fuiste tú, cambia la contraseña.</translation>
    </message>
    <message>
        <source>The server closed the connection because nothing was heard for too long.</source>
        <translation>El servidor cerró la conexión porque pasó demasiado tiempo sin oír nada.</translation>
    </message>
    <message>
        <source>The server no longer serves %1.</source>
        <translation>El servidor ya no atiende %1.</translation>
    </message>
    <message>
        <source>The server no longer serves this domain.</source>
        <translation>El servidor ya no atiende este dominio.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server where it has moved.</source>
        <translation>Pregunta a quien administra el servidor adónde se ha trasladado.</translation>
    </message>
    <message>
        <source>The server does not know %1.</source>
        <translation>El servidor no conoce %1.</translation>
    </message>
    <message>
        <source>The server does not know this domain.</source>
        <translation>El servidor no conoce este dominio.</translation>
    </message>
    <message>
        <source>Check the address, and the host under Connection options.</source>
        <translation>Revisa la dirección, y el host en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The server found an address missing or wrong.</source>
        <translation>El servidor encontró una dirección incorrecta o que falta.</translation>
    </message>
    <message>
        <source>Something went wrong inside the server.</source>
        <translation>Algo falló dentro del servidor.</translation>
    </message>
    <message>
        <source>Tertulia tries again by itself.</source>
        <translation>Tertulia vuelve a intentarlo por su cuenta.</translation>
    </message>
    <message>
        <source>The server did not accept the sender&apos;s address.</source>
        <translation>El servidor no aceptó la dirección del remitente.</translation>
    </message>
    <message>
        <source>Check the address of this account.</source>
        <translation>Revisa la dirección de esta cuenta.</translation>
    </message>
    <message>
        <source>The server speaks another kind of XMPP than expected.</source>
        <translation>El servidor habla un tipo de XMPP distinto del esperado.</translation>
    </message>
    <message>
        <source>The server found a mistake in what Tertulia sent.</source>
        <translation>El servidor encontró un error en lo que envió Tertulia.</translation>
    </message>
    <message>
        <source>The server says that this connection has not logged in.</source>
        <translation>El servidor dice que esta conexión no ha iniciado sesión.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Vuelve a conectarte.</translation>
    </message>
    <message>
        <source>The server received broken text.</source>
        <translation>El servidor recibió texto dañado.</translation>
    </message>
    <message>
        <source>Something on the way may have damaged it. Connect again.</source>
        <translation>Puede que algo lo dañara por el camino. Vuelve a conectarte.</translation>
    </message>
    <message>
        <source>The server closed the connection because of its rules.</source>
        <translation>El servidor cerró la conexión por sus normas.</translation>
    </message>
    <message>
        <source>Something may have been too large or too much. Wait a little before connecting again.</source>
        <translation>Puede que algo fuera demasiado grande o excesivo. Espera un poco antes de volver a conectarte.</translation>
    </message>
    <message>
        <source>The server could not reach another server that it needs.</source>
        <translation>El servidor no pudo llegar a otro servidor que necesita.</translation>
    </message>
    <message>
        <source>The server wants the connection to begin anew.</source>
        <translation>El servidor quiere que la conexión empiece de nuevo.</translation>
    </message>
    <message>
        <source>The server has too much to do.</source>
        <translation>El servidor está sobrecargado.</translation>
    </message>
    <message>
        <source>The server received a kind of text that XMPP forbids.</source>
        <translation>El servidor recibió un tipo de texto que XMPP prohíbe.</translation>
    </message>
    <message>
        <source>Something on the way may have put it there. Connect again.</source>
        <translation>Puede que algo lo introdujera por el camino. Vuelve a conectarte.</translation>
    </message>
    <message>
        <source>The server sends this account to another one.</source>
        <translation>El servidor envía esta cuenta a otro.</translation>
    </message>
    <message>
        <source>Tertulia does not follow to %1 without a secure connection. Set it as host under Connection options if you trust it.</source>
        <translation>Tertulia no lo sigue a %1 sin una conexión segura. Si confías en él, indícalo como host en Opciones de conexión.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for the new host.</source>
        <translation>Pide el nuevo host a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server is shutting down.</source>
        <translation>El servidor se está apagando.</translation>
    </message>
    <message>
        <source>Tertulia connects again by itself once it is back.</source>
        <translation>Tertulia volverá a conectarse por su cuenta en cuanto regrese.</translation>
    </message>
    <message>
        <source>The server ended the connection without saying why.</source>
        <translation>El servidor terminó la conexión sin decir por qué.</translation>
    </message>
    <message>
        <source>The server does not accept the text encoding.</source>
        <translation>El servidor no acepta la codificación del texto.</translation>
    </message>
    <message>
        <source>The server insists on something that Tertulia cannot do.</source>
        <translation>El servidor exige algo que Tertulia no sabe hacer.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server what it demands.</source>
        <translation>Pregunta a quien administra el servidor qué exige.</translation>
    </message>
    <message>
        <source>The server does not know a kind of message that Tertulia sent.</source>
        <translation>El servidor no conoce un tipo de mensaje que envió Tertulia.</translation>
    </message>
    <message>
        <source>The server speaks a version of XMPP that is too old.</source>
        <translation>El servidor habla una versión de XMPP demasiado antigua.</translation>
    </message>
    <message>
        <source>Ask whoever runs it to update it.</source>
        <translation>Pide a quien lo administra que lo actualice.</translation>
    </message>
    <message>
        <source>The server sent broken text.</source>
        <translation>El servidor envió texto dañado.</translation>
    </message>
    <message>
        <source>Tertulia closed the connection to be safe and connects again.</source>
        <translation>Tertulia cerró la conexión por seguridad y vuelve a conectarse.</translation>
    </message>
    <message>
        <source>The server sent a kind of text that XMPP forbids.</source>
        <translation>El servidor envió un tipo de texto que XMPP prohíbe.</translation>
    </message>
    <message>
        <source>Tertulia closed the connection to be safe.</source>
        <translation>Tertulia cerró la conexión por seguridad.</translation>
    </message>
    <message>
        <source>The server sent text in an unknown encoding.</source>
        <translation>El servidor envió texto en una codificación desconocida.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation>Pregunta a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server sent more at once than is safe to read.</source>
        <translation>El servidor envió de una vez más de lo que es seguro leer.</translation>
    </message>
    <message>
        <source>The server answered out of turn.</source>
        <translation>El servidor respondió fuera de turno.</translation>
    </message>
    <message>
        <source>Tertulia closed the connection to be safe. Check host and port under Connection options.</source>
        <translation>Tertulia cerró la conexión por seguridad. Revisa el host y el puerto en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The server opened no conversation in time.</source>
        <translation>El servidor no inició el diálogo a tiempo.</translation>
    </message>
    <message>
        <source>Check host, port and Security under Connection options.</source>
        <translation>Revisa el host, el puerto y la Seguridad en Opciones de conexión.</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>No se entendió la petición.</translation>
    </message>
    <message>
        <source>This is a fault in one of the programs. Please report it.</source>
        <translation>Es un fallo de uno de los programas. Infórmanos de él, por favor.</translation>
    </message>
    <message>
        <source>Something of that name exists already.</source>
        <translation>Ya existe algo con ese nombre.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elige otro nombre.</translation>
    </message>
    <message>
        <source>The other side cannot do this.</source>
        <translation>La otra parte no puede hacer esto.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>No tienes permiso para hacer esto.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server or the room.</source>
        <translation>Pregunta a quien administra el servidor o la sala.</translation>
    </message>
    <message>
        <source>%1 does not exist any more.</source>
        <translation>%1 ya no existe.</translation>
    </message>
    <message>
        <source>This address does not exist any more.</source>
        <translation>Esta dirección ya no existe.</translation>
    </message>
    <message>
        <source>Ask for the new address.</source>
        <translation>Pide la nueva dirección.</translation>
    </message>
    <message>
        <source>Something went wrong inside the server while it did this.</source>
        <translation>Algo falló dentro del servidor mientras hacía esto.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>No se encontró %1.</translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation>No se encontró.</translation>
    </message>
    <message>
        <source>The server does not accept this address.</source>
        <translation>El servidor no acepta esta dirección.</translation>
    </message>
    <message>
        <source>Check its spelling.</source>
        <translation>Revisa cómo está escrita.</translation>
    </message>
    <message>
        <source>The server does not accept this.</source>
        <translation>El servidor no acepta esto.</translation>
    </message>
    <message>
        <source>It may be too long, or against the rules there.</source>
        <translation>Puede que sea demasiado largo o que vaya contra sus normas.</translation>
    </message>
    <message>
        <source>Nobody may do this there.</source>
        <translation>Allí nadie puede hacer esto.</translation>
    </message>
    <message>
        <source>You must log in or have permission first.</source>
        <translation>Antes tienes que iniciar sesión o tener permiso.</translation>
    </message>
    <message>
        <source>Ask for permission, then try again.</source>
        <translation>Pide permiso e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This is against the rules of the server.</source>
        <translation>Esto va contra las normas del servidor.</translation>
    </message>
    <message>
        <source>It may have been too large or too much. Wait a little and try again.</source>
        <translation>Puede que fuera demasiado grande o excesivo. Espera un poco e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>%1 cannot be reached right now.</source>
        <translation>Ahora mismo no se puede contactar con %1.</translation>
    </message>
    <message>
        <source>The other side cannot be reached right now.</source>
        <translation>Ahora mismo no se puede contactar con la otra parte.</translation>
    </message>
    <message>
        <source>Try again when they are online.</source>
        <translation>Inténtalo cuando esté en línea.</translation>
    </message>
    <message>
        <source>%1 can be reached under another address.</source>
        <translation>%1 está disponible en otra dirección.</translation>
    </message>
    <message>
        <source>The other side can be reached under another address.</source>
        <translation>La otra parte está disponible en otra dirección.</translation>
    </message>
    <message>
        <source>Ask for it.</source>
        <translation>Pídela.</translation>
    </message>
    <message>
        <source>You must be a member first.</source>
        <translation>Antes tienes que ser miembro.</translation>
    </message>
    <message>
        <source>Ask to be admitted.</source>
        <translation>Pide que te admitan.</translation>
    </message>
    <message>
        <source>The server of %1 was not found.</source>
        <translation>No se encontró el servidor de %1.</translation>
    </message>
    <message>
        <source>The server of that address was not found.</source>
        <translation>No se encontró el servidor de esa dirección.</translation>
    </message>
    <message>
        <source>Check the spelling behind the @.</source>
        <translation>Revisa lo que va detrás de la @.</translation>
    </message>
    <message>
        <source>The server of %1 did not answer.</source>
        <translation>El servidor de %1 no respondió.</translation>
    </message>
    <message>
        <source>The server of that address did not answer.</source>
        <translation>El servidor de esa dirección no respondió.</translation>
    </message>
    <message>
        <source>The server has too much to do for this.</source>
        <translation>El servidor está demasiado ocupado para esto.</translation>
    </message>
    <message>
        <source>%1 does not offer this, or does not accept messages from you.</source>
        <translation>%1 no ofrece esto o no acepta mensajes tuyos.</translation>
    </message>
    <message>
        <source>The other side does not offer this, or does not accept messages from you.</source>
        <translation>La otra parte no ofrece esto o no acepta mensajes tuyos.</translation>
    </message>
    <message>
        <source>Check the address. They may also have blocked you.</source>
        <translation>Revisa la dirección. También puede que te haya bloqueado.</translation>
    </message>
    <message>
        <source>You must see each other&apos;s status first.</source>
        <translation>Antes tenéis que poder ver el estado el uno del otro.</translation>
    </message>
    <message>
        <source>Ask them for it.</source>
        <translation>Pídeselo.</translation>
    </message>
    <message>
        <source>The server refused this without saying why.</source>
        <translation>El servidor lo rechazó sin decir por qué.</translation>
    </message>
    <message>
        <source>The server did not expect this now.</source>
        <translation>El servidor no esperaba esto ahora.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>No hubo respuesta a tiempo.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>No hay conexión.</translation>
    </message>
    <message>
        <source>This works again when you are online.</source>
        <translation>Volverá a funcionar cuando tengas conexión.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation>La respuesta no tiene sentido.</translation>
    </message>
    <message>
        <source>This is a fault in the other program. Try again later.</source>
        <translation>Es un fallo del otro programa. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation>Falta la dirección.</translation>
    </message>
    <message>
        <source>Type one, like ana@example.org.</source>
        <translation>Escribe una, como ana@example.org.</translation>
    </message>
    <message>
        <source>There is nothing behind the @.</source>
        <translation>No hay nada detrás de la @.</translation>
    </message>
    <message>
        <source>An address ends in the name of a server, like ana@example.org.</source>
        <translation>Una dirección termina en el nombre de un servidor, como ana@example.org.</translation>
    </message>
    <message>
        <source>The part before the @ has a character that is not allowed.</source>
        <translation>La parte anterior a la @ tiene un carácter no permitido.</translation>
    </message>
    <message>
        <source>Spaces, quotation marks and / : &lt; &gt; @ &amp; cannot be used there.</source>
        <translation>Ahí no se pueden usar espacios, comillas ni / : &lt; &gt; @ &amp;</translation>
    </message>
    <message>
        <source>The part behind the @ is not the name of a server.</source>
        <translation>Lo que va detrás de la @ no es el nombre de un servidor.</translation>
    </message>
    <message>
        <source>It looks like example.org.</source>
        <translation>Es algo como example.org.</translation>
    </message>
    <message>
        <source>The part behind the / has a character that is not allowed.</source>
        <translation>La parte posterior a la / tiene un carácter no permitido.</translation>
    </message>
    <message>
        <source>Leave that part out.</source>
        <translation>Quita esa parte.</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>La dirección es demasiado larga.</translation>
    </message>
    <message>
        <source>No part may have more than 1023 bytes.</source>
        <translation>Ninguna parte puede tener más de 1023 bytes.</translation>
    </message>
    <message>
        <source>The history file is damaged: %1</source>
        <translation>El archivo del historial está dañado: %1</translation>
    </message>
    <message>
        <source>The history file is damaged.</source>
        <translation>El archivo del historial está dañado.</translation>
    </message>
    <message>
        <source>It was left as it is. Put back a copy of it, or move it away to begin anew.</source>
        <translation>Se ha dejado como está. Recupera una copia o muévelo a otro sitio para empezar de nuevo.</translation>
    </message>
    <message>
        <source>The history was written by a newer Tertulia: %1</source>
        <translation>El historial lo escribió una versión más nueva de Tertulia: %1</translation>
    </message>
    <message>
        <source>The history was written by a newer Tertulia.</source>
        <translation>El historial lo escribió una versión más nueva de Tertulia.</translation>
    </message>
    <message>
        <source>Install the newer version. The file was left as it is.</source>
        <translation>Instala la versión más nueva. El archivo se ha dejado como está.</translation>
    </message>
    <message>
        <source>Another program holds the history file: %1</source>
        <translation>Otro programa tiene abierto el archivo del historial: %1</translation>
    </message>
    <message>
        <source>Another program holds the history file.</source>
        <translation>Otro programa tiene abierto el archivo del historial.</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>Cierra el otro programa e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Make room; new messages cannot be kept until then.</source>
        <translation>Haz sitio; hasta entonces no se pueden guardar mensajes nuevos.</translation>
    </message>
    <message>
        <source>The history file cannot be written: %1</source>
        <translation>No se puede escribir en el archivo del historial: %1</translation>
    </message>
    <message>
        <source>The history file cannot be written.</source>
        <translation>No se puede escribir en el archivo del historial.</translation>
    </message>
    <message>
        <source>Check its permissions and those of its folder.</source>
        <translation>Revisa sus permisos y los de su carpeta.</translation>
    </message>
    <message>
        <source>The history file could not be used: %1</source>
        <translation>No se pudo usar el archivo del historial: %1</translation>
    </message>
    <message>
        <source>The history file could not be used.</source>
        <translation>No se pudo usar el archivo del historial.</translation>
    </message>
    <message>
        <source>Check its permissions and the disk.</source>
        <translation>Revisa sus permisos y el disco.</translation>
    </message>
    <message>
        <source>There is no keychain on this computer.</source>
        <translation>Este equipo no tiene depósito de claves.</translation>
    </message>
    <message>
        <source>Tertulia asks for the password each time. Install GNOME Keyring or KWallet to have it remembered.</source>
        <translation>Tertulia pedirá la contraseña cada vez. Instala GNOME Keyring o KWallet para que se recuerde.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>El depósito de claves está bloqueado.</translation>
    </message>
    <message>
        <source>Unlock it, or type the password once.</source>
        <translation>Desbloquéalo o escribe la contraseña esta vez.</translation>
    </message>
    <message>
        <source>Keychain access was refused.</source>
        <translation>Se denegó el acceso al depósito de claves.</translation>
    </message>
    <message>
        <source>Try again, or type the password once.</source>
        <translation>Inténtalo de nuevo o escribe la contraseña esta vez.</translation>
    </message>
    <message>
        <source>The keychain did not work.</source>
        <translation>El depósito de claves falló.</translation>
    </message>
    <message>
        <source>The password is kept until you quit, and asked for again then.</source>
        <translation>La contraseña se conserva hasta que salgas; después se pedirá de nuevo.</translation>
    </message>
    <message>
        <source>The keychain holds no password for this account.</source>
        <translation>El depósito de claves no guarda ninguna contraseña para esta cuenta.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>El servidor dice: %1</translation>
    </message>
    <message>
        <source>Somebody may be intercepting this connection.</source>
        <translation>Puede que alguien esté interceptando esta conexión.</translation>
    </message>
    <message>
        <source>Your computer and the server do not see the same encrypted connection, so the log-in was stopped. The password was not given away. Try another network; if it happens there too, tell whoever runs the server.</source>
        <translation>Tu equipo y el servidor no ven la misma conexión cifrada, así que se detuvo el inicio de sesión. La contraseña no se ha revelado. Prueba con otra red; si allí también ocurre, avisa a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server cannot tie the log-in to this connection.</source>
        <translation>El servidor no puede vincular el inicio de sesión a esta conexión.</translation>
    </message>
    <message>
        <source>This account demands channel binding. Ask whoever runs the server to offer it, or stop demanding it under Connection options.</source>
        <translation>Esta cuenta exige la vinculación al canal. Pide a quien administra el servidor que la ofrezca, o deja de exigirla en Opciones de conexión.</translation>
    </message>
    <message>
        <source>Somebody may have changed what the server offers for logging in.</source>
        <translation>Puede que alguien haya alterado lo que el servidor ofrece para iniciar sesión.</translation>
    </message>
    <message>
        <source>The log-in was stopped, and the password was not given away. Try another network; if it happens there too, tell whoever runs the server.</source>
        <translation>Se detuvo el inicio de sesión y la contraseña no se ha revelado. Prueba con otra red; si allí también ocurre, avisa a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server asks for a second step that Tertulia does not know.</source>
        <translation>El servidor pide un segundo paso que Tertulia no conoce.</translation>
    </message>
    <message>
        <source>It wants: %1. Turn that off on the web page of your server.</source>
        <translation>Pide: %1. Desactívalo en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>Turn that off on the web page of your server.</source>
        <translation>Desactívalo en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be used.</source>
        <translation>El archivo de certificado %1 no se puede usar.</translation>
    </message>
    <message>
        <source>The certificate file cannot be used.</source>
        <translation>El archivo de certificado no se puede usar.</translation>
    </message>
    <message>
        <source>The server offers no safe way to log in that this account may use.</source>
        <translation>El servidor no ofrece ninguna forma segura de iniciar sesión que esta cuenta pueda usar.</translation>
    </message>
    <message>
        <source>It offers: %1. Ask whoever runs it to allow SCRAM, or choose another way to log in.</source>
        <translation>Ofrece: %1. Pide a quien lo administra que permita SCRAM o elige otra forma de iniciar sesión.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to allow SCRAM, or choose another way to log in.</source>
        <translation>Pide a quien administra el servidor que permita SCRAM o elige otra forma de iniciar sesión.</translation>
    </message>
    <message>
        <source>It should be a PKCS #12 file (.p12, .pfx), or a PEM file with the certificate and its key.</source>
        <translation>Debe ser un archivo PKCS #12 (.p12, .pfx) o un archivo PEM con el certificado y su clave.</translation>
    </message>
    <message>
        <source>The certificate file %1 could not be opened.</source>
        <translation>No se ha podido abrir el archivo de certificado %1.</translation>
    </message>
    <message>
        <source>The certificate file could not be opened.</source>
        <translation>No se ha podido abrir el archivo de certificado.</translation>
    </message>
    <message>
        <source>Check that it is still there, or choose another one.</source>
        <translation>Comprueba que sigue ahí o elige otro.</translation>
    </message>
    <message>
        <source>The certificate file %1 does not open with this passphrase.</source>
        <translation>El archivo de certificado %1 no se abre con esta frase de contraseña.</translation>
    </message>
    <message>
        <source>The certificate file does not open with this passphrase.</source>
        <translation>El archivo de certificado no se abre con esta frase de contraseña.</translation>
    </message>
    <message>
        <source>Type the passphrase that the file was protected with.</source>
        <translation>Escribe la frase de contraseña con la que se protegió el archivo.</translation>
    </message>
    <message>
        <source>The file %1 holds no private key for its certificate.</source>
        <translation>El archivo %1 no contiene la clave privada de su certificado.</translation>
    </message>
    <message>
        <source>The file holds no private key for its certificate.</source>
        <translation>El archivo no contiene la clave privada de su certificado.</translation>
    </message>
    <message>
        <source>Export the certificate again, together with its private key.</source>
        <translation>Exporta el certificado otra vez, junto con su clave privada.</translation>
    </message>
    <message>
        <source>Your certificate in %1 has expired, or is not valid yet.</source>
        <translation>Tu certificado en %1 ha caducado o todavía no es válido.</translation>
    </message>
    <message>
        <source>Your certificate has expired, or is not valid yet.</source>
        <translation>Tu certificado ha caducado o todavía no es válido.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one. Also check the date of this computer.</source>
        <translation>Pide uno nuevo a quien te lo dio. Comprueba también la fecha de este equipo.</translation>
    </message>
    <message>
        <source>The server did not accept your certificate.</source>
        <translation>El servidor no ha aceptado tu certificado.</translation>
    </message>
    <message>
        <source>It may belong to another account, or the server may not know it yet.</source>
        <translation>Puede que sea de otra cuenta o que el servidor todavía no lo conozca.</translation>
    </message>
    <message>
        <source>That is not the present password of this account.</source>
        <translation>Esa no es la contraseña actual de esta cuenta.</translation>
    </message>
    <message>
        <source>Type the password that you log in with now.</source>
        <translation>Escribe la contraseña con la que inicias sesión ahora.</translation>
    </message>
    <message>
        <source>The server does not let you change the password here.</source>
        <translation>El servidor no te deja cambiar la contraseña aquí.</translation>
    </message>
    <message>
        <source>Change it on the web page of your server, or ask whoever runs it.</source>
        <translation>Cámbiala en la página web de tu servidor o pregunta a quien lo administra.</translation>
    </message>
    <message>
        <source>The server wants to know more before it changes the password.</source>
        <translation>El servidor quiere saber algo más antes de cambiar la contraseña.</translation>
    </message>
    <message>
        <source>It asks for: %1. Change it on the web page of your server.</source>
        <translation>Pide: %1. Cámbiala en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>Change it on the web page of your server.</source>
        <translation>Cámbiala en la página web de tu servidor.</translation>
    </message>
    <message>
        <source>The server does not accept this new password.</source>
        <translation>El servidor no acepta esta contraseña nueva.</translation>
    </message>
    <message>
        <source>Choose a longer one, or one that is harder to guess.</source>
        <translation>Elige una más larga o más difícil de adivinar.</translation>
    </message>
    <message>
        <source>The account is gone, but its password is still in the keychain. Delete the entry “%1” of im.tertulia.Tertulia there by hand.</source>
        <translation>La cuenta ya no está, pero su contraseña sigue en el depósito de claves. Borra allí a mano la entrada «%1» de im.tertulia.Tertulia.</translation>
    </message>
    <message>
        <source>The proxy %1 did not make the connection.</source>
        <translation>El proxy %1 no estableció la conexión.</translation>
    </message>
    <message>
        <source>Check the proxy settings under Connection options, or those of your system.</source>
        <translation>Revisa el proxy en Opciones de conexión, o el de tu sistema.</translation>
    </message>
    <message>
        <source>The proxy %1 does not accept user name and password.</source>
        <translation>El proxy %1 no acepta el usuario y la contraseña.</translation>
    </message>
    <message>
        <source>The proxy does not accept user name and password.</source>
        <translation>El proxy no acepta el usuario y la contraseña.</translation>
    </message>
    <message>
        <source>Type them again under Connection options, or ask whoever runs the proxy.</source>
        <translation>Escríbelos de nuevo en Opciones de conexión, o pregunta a quien administra el proxy.</translation>
    </message>
    <message>
        <source>%1 can only be reached through Tor.</source>
        <translation>Solo se llega a %1 a través de Tor.</translation>
    </message>
    <message>
        <source>This address can only be reached through Tor.</source>
        <translation>Solo se llega a esta dirección a través de Tor.</translation>
    </message>
    <message>
        <source>Set Tor as the SOCKS5 proxy under Connection options: 127.0.0.1, port 9050.</source>
        <translation>Pon Tor como proxy SOCKS5 en Opciones de conexión: 127.0.0.1, puerto 9050.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Issued to</source>
        <translation>Emitido para</translation>
    </message>
    <message>
        <source>For the names</source>
        <translation>Para los nombres</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Validez</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>KeychainHelp</name>
    <message>
        <source>How to have passwords remembered</source>
        <translation>Cómo hacer que se recuerden las contraseñas</translation>
    </message>
    <message>
        <source>Tertulia keeps passwords in the keychain of this computer and nowhere else. None answers here, so it asks for the password each time it starts. There is no way to have it written to a file instead: whoever copies that file would have your account.</source>
        <translation>Tertulia guarda las contraseñas en el depósito de claves de este equipo y en ningún otro sitio. Aquí no responde ninguno, así que pide la contraseña cada vez que se abre. No hay manera de que la escriba en un archivo: quien copiara ese archivo tendría tu cuenta.</translation>
    </message>
    <message>
        <source>GNOME, Xfce, Cinnamon, MATE and most other desktops</source>
        <translation>GNOME, Xfce, Cinnamon, MATE y la mayoría de los escritorios</translation>
    </message>
    <message>
        <source>Install the package gnome-keyring, then log out of the computer and in again.</source>
        <translation>Instala el paquete gnome-keyring, cierra la sesión del equipo y vuelve a entrar.</translation>
    </message>
    <message>
        <source>KDE Plasma</source>
        <translation>KDE Plasma</translation>
    </message>
    <message>
        <source>Install the package kwalletmanager and switch the wallet on in the system settings, under KDE Wallet.</source>
        <translation>Instala el paquete kwalletmanager y activa la cartera en las preferencias del sistema, en «Cartera de KDE».</translation>
    </message>
    <message>
        <source>KeePassXC</source>
        <translation>KeePassXC</translation>
    </message>
    <message>
        <source>Open its settings, choose Secret Service Integration and switch it on. It has to be running when Tertulia starts.</source>
        <translation>Abre sus preferencias, elige «Integración del servicio de secretos» y actívala. Tiene que estar en marcha cuando se abre Tertulia.</translation>
    </message>
    <message>
        <source>After that, type the password once more and tick the box to have it remembered.</source>
        <translation>Después, escribe la contraseña una vez más y marca la casilla para que se recuerde.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OutageText</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The server will be away from %1 to %2.</source>
        <translation>El servidor no estará disponible de %1 a %2.</translation>
    </message>
    <message>
        <source>The server will be away from %1.</source>
        <translation>El servidor no estará disponible desde %1.</translation>
    </message>
    <message>
        <source>The server is away as planned, until about %1.</source>
        <translation>El servidor está parado según lo previsto, hasta más o menos %1.</translation>
    </message>
    <message>
        <source>The server has a problem that its people know of. They expect it to last until about %1.</source>
        <translation>El servidor tiene un problema que sus responsables conocen. Creen que durará hasta más o menos %1.</translation>
    </message>
    <message>
        <source>The server is away as planned.</source>
        <translation>El servidor está parado según lo previsto.</translation>
    </message>
    <message>
        <source>The server has a problem that its people know of.</source>
        <translation>El servidor tiene un problema que sus responsables conocen.</translation>
    </message>
    <message>
        <source>%1 They say: %2</source>
        <translation>%1 Dicen: %2</translation>
    </message>
</context>
<context>
    <name>PasswordHint</name>
    <message>
        <source>Weak: it holds your address, which is tried first.</source>
        <translation>Débil: contiene tu dirección, que es lo primero que se prueba.</translation>
    </message>
    <message>
        <source>Weak: the same few characters over and over.</source>
        <translation>Débil: los mismos pocos caracteres una y otra vez.</translation>
    </message>
    <message>
        <source>Weak: short ones are soon guessed. Three or four words that do not belong together are easy to remember and hard to guess.</source>
        <translation>Débil: las cortas se adivinan pronto. Tres o cuatro palabras sin relación son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Fair: a longer one is harder to guess.</source>
        <translation>Aceptable: una más larga es más difícil de adivinar.</translation>
    </message>
    <message>
        <source>Good, if you use it nowhere else.</source>
        <translation>Buena, si no la usas en ningún otro sitio.</translation>
    </message>
</context>
<context>
    <name>PresenceText</name>
    <message>
        <source>Free for chat</source>
        <translation>Libre para hablar</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, how long</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <comment>when</comment>
        <translation>Última vez: %1</translation>
    </message>
    <message>
        <source>is typing…</source>
        <translation>está escribiendo…</translation>
    </message>
    <message>
        <source>Waiting for their answer</source>
        <translation>A la espera de su respuesta</translation>
    </message>
    <message>
        <source>Does not show you their status</source>
        <translation>No te muestra su estado</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Tertulia is running with this profile, but it does not answer.</source>
        <translation>Tertulia ya está abierta con este perfil, pero no responde.</translation>
    </message>
</context>
<context>
    <name>tertulia::AboutDialog</name>
    <message>
        <source>About Tertulia</source>
        <translation>Acerca de Tertulia</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Conversation in good company, over XMPP.</source>
        <translation>Conversación en buena compañía, por XMPP.</translation>
    </message>
    <message>
        <source>A tertulia is a circle of people who meet, in a café or at home, to talk.</source>
        <translation>Una tertulia es un grupo de personas que se reúnen, en un café o en casa, para conversar.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>tertulia::AccountBars</name>
    <message>
        <source>The password of %1 was not saved, and works until you quit. %2</source>
        <translation>La contraseña de %1 no se ha guardado y vale hasta que salgas. %2</translation>
    </message>
</context>
<context>
    <name>tertulia::AccountStrip</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Status message</source>
        <translation>Mensaje de estado</translation>
    </message>
    <message>
        <source>Status message</source>
        <comment>placeholder, as short as can be</comment>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 Chosen: %2</source>
        <translation>%1 Elegido: %2</translation>
    </message>
</context>
<context>
    <name>tertulia::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Añadir cuenta…</translation>
    </message>
    <message>
        <source>Pages of the account</source>
        <translation>Páginas de la cuenta</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
</context>
<context>
    <name>tertulia::Application</name>
    <message>
        <source>Tertulia is running, but its messages cannot be opened.</source>
        <translation>Tertulia está abierta, pero sus mensajes no se pueden abrir.</translation>
    </message>
</context>
<context>
    <name>tertulia::CertificateQuestion</name>
    <message>
        <source>Do not connect</source>
        <translation>No conectar</translation>
    </message>
    <message>
        <source>Trust this certificate only</source>
        <translation>Confiar solo en este certificado</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Además</translation>
    </message>
</context>
<context>
    <name>tertulia::ChangePasswordDialog</name>
    <message>
        <source>The password was changed.</source>
        <translation>La contraseña se ha cambiado.</translation>
    </message>
    <message>
        <source>The new one is in the keychain.</source>
        <translation>La nueva está en el depósito de claves.</translation>
    </message>
    <message>
        <source>It is not kept here: you are asked for it the next time.</source>
        <translation>Aquí no se guarda: se te pedirá la próxima vez.</translation>
    </message>
    <message>
        <source>It could not be kept, and works here until you quit. %1</source>
        <translation>No se pudo guardar y aquí vale hasta que salgas. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other device(s) of this account must log in again with it.</source>
        <translation>
            <numerusform>%n dispositivo más de esta cuenta debe iniciar sesión con ella.</numerusform>
            <numerusform>%n dispositivos más de esta cuenta deben iniciar sesión con ella.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change the password of %1</source>
        <translation>Cambiar la contraseña de %1</translation>
    </message>
    <message>
        <source>The old password is void at once, on the server and in every other program and device that uses this account: they ask for the new one when they connect the next time.</source>
        <translation>La contraseña anterior deja de valer enseguida, en el servidor y en todos los demás programas y dispositivos que usan esta cuenta: pedirán la nueva la próxima vez que se conecten.</translation>
    </message>
    <message>
        <source>&amp;Current password</source>
        <translation>Contraseña &amp;actual</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Contraseña &amp;nueva</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New password, &amp;repeated</source>
        <translation>Contraseña nueva, &amp;repetida</translation>
    </message>
    <message>
        <source>New password, repeated</source>
        <translation>Contraseña nueva, repetida</translation>
    </message>
    <message>
        <source>That is the current password.</source>
        <translation>Es la contraseña actual.</translation>
    </message>
    <message>
        <source>The two new passwords are not the same yet.</source>
        <translation>Las dos contraseñas nuevas aún no coinciden.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Cambiando…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatArea</name>
    <message>
        <source>Choose a chat, or press Ctrl+K.</source>
        <translation>Elige un chat o pulsa Ctrl+K.</translation>
    </message>
    <message>
        <source>Ctrl+N starts a new chat. F1 shows all keys.</source>
        <translation>Ctrl+N inicia un chat nuevo. F1 muestra todas las teclas.</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Search in chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Open in own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Not in your contacts</source>
        <translation>No está en tus contactos</translation>
    </message>
    <message>
        <source>Back into the main window</source>
        <translation>Volver a la ventana principal</translation>
    </message>
    <message>
        <source>On all your devices</source>
        <translation>En todos tus dispositivos</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatListDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
    <message>
        <source>is typing…</source>
        <translation>está escribiendo…</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatNotices</name>
    <message>
        <source>Tertulia</source>
        <translation>Tertulia</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>A message was not sent</source>
        <translation>No se envió un mensaje</translation>
    </message>
    <message>
        <source>A message to %1 was not sent</source>
        <translation>No se envió un mensaje para %1</translation>
    </message>
    <message>
        <source>Contact request</source>
        <translation>Solicitud de contacto</translation>
    </message>
    <message>
        <source>Somebody asks to see your status.</source>
        <translation>Alguien pide ver tu estado.</translation>
    </message>
    <message>
        <source>%1 asks to see your status.</source>
        <translation>%1 pide ver tu estado.</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 no está conectado</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatWindow</name>
    <message>
        <source>(%1) %2 — Tertulia</source>
        <translation>(%1) %2 — Tertulia</translation>
    </message>
    <message>
        <source>%1 — Tertulia</source>
        <translation>%1 — Tertulia</translation>
    </message>
</context>
<context>
    <name>tertulia::CloseChoice</name>
    <message>
        <source>Keep Tertulia running?</source>
        <translation>¿Dejar Tertulia en marcha?</translation>
    </message>
    <message>
        <source>With the window closed, Tertulia can stay in the tray and tell you about new messages. You can change this in the preferences.</source>
        <translation>Con la ventana cerrada, Tertulia puede quedarse en la bandeja y avisarte de los mensajes nuevos. Puedes cambiarlo en las preferencias.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Dejar en marcha</translation>
    </message>
</context>
<context>
    <name>tertulia::CommandLine</name>
    <message>
        <source>Tertulia, a messenger for XMPP.</source>
        <translation>Tertulia, mensajería XMPP.</translation>
    </message>
    <message>
        <source>Keep settings, messages and logs in this folder.</source>
        <translation>Guarda la configuración, los mensajes y los registros en esta carpeta.</translation>
    </message>
    <message>
        <source>Start without a window if there is a tray.</source>
        <translation>Arranca sin ventana si hay bandeja.</translation>
    </message>
    <message>
        <source>Start without connecting.</source>
        <translation>Arranca sin conectarse.</translation>
    </message>
    <message>
        <source>Open the chat with this address.</source>
        <translation>Abre el chat con esta dirección.</translation>
    </message>
    <message>
        <source>Open the chat in a window of its own.</source>
        <translation>Abre el chat en su propia ventana.</translation>
    </message>
    <message>
        <source>Be online, chat, away, xa, dnd or offline.</source>
        <translation>Tu estado: online, chat, away, xa, dnd u offline.</translation>
    </message>
    <message>
        <source>Status message to show with it.</source>
        <translation>Mensaje de estado que lo acompaña.</translation>
    </message>
    <message>
        <source>List the accounts of this profile and exit.</source>
        <translation>Enumera las cuentas de este perfil y termina.</translation>
    </message>
    <message>
        <source>End the running copy.</source>
        <translation>Cierra la copia en marcha.</translation>
    </message>
    <message>
        <source>Log by these rules, such as &quot;tertulia.*=true&quot;.</source>
        <translation>Registra según estas reglas, como «tertulia.*=true».</translation>
    </message>
    <message>
        <source>Try it out: a server on this computer, with two people signed in.</source>
        <translation>Pruébalo: un servidor en este equipo, con dos personas conectadas.</translation>
    </message>
    <message>
        <source>With --demo: play a conversation, take pictures of it, and exit.</source>
        <translation>Con --demo: representa una conversación, la fotografía y termina.</translation>
    </message>
    <message>
        <source>With --script: the folder for the pictures.</source>
        <translation>Con --script: la carpeta para las imágenes.</translation>
    </message>
    <message>
        <source>Show these options and exit.</source>
        <translation>Muestra estas opciones y termina.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Muestra la versión y termina.</translation>
    </message>
    <message>
        <source>An xmpp: link to open.</source>
        <translation>Un enlace xmpp: que abrir.</translation>
    </message>
    <message>
        <source>--profile needs a folder.</source>
        <translation>--profile necesita una carpeta.</translation>
    </message>
    <message>
        <source>--script works with --demo only.</source>
        <translation>--script solo funciona con --demo.</translation>
    </message>
    <message>
        <source>--status knows online, chat, away, xa, dnd and offline.</source>
        <translation>--status conoce online, chat, away, xa, dnd y offline.</translation>
    </message>
    <message>
        <source>Only one link can be opened at a time.</source>
        <translation>Solo se puede abrir un enlace a la vez.</translation>
    </message>
    <message>
        <source>Only xmpp: links can be opened.</source>
        <translation>Solo se pueden abrir enlaces xmpp:.</translation>
    </message>
</context>
<context>
    <name>tertulia::Composer</name>
    <message>
        <source>Message to %1</source>
        <translation>Mensaje para %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Editando</translation>
    </message>
    <message>
        <source>Leave editing</source>
        <translation>Dejar de editar</translation>
    </message>
    <message>
        <source>Replying to %1</source>
        <translation>Respondiendo a %1</translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation>No responder</translation>
    </message>
</context>
<context>
    <name>tertulia::ComposerBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>tertulia::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tertulia::ConnectionOptions</name>
    <message>
        <source>Demand channel binding</source>
        <translation>Exigir vinculación al canal</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Se busca solo</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Direct TLS</source>
        <translation>TLS directo</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>Nombre de este equipo</translation>
    </message>
    <message>
        <source>Chosen by the server</source>
        <translation>Lo elige el servidor</translation>
    </message>
    <message>
        <source>The resource: the part of the address behind the slash</source>
        <translation>El recurso: la parte de la dirección tras la barra</translation>
    </message>
    <message>
        <source>Log in with</source>
        <translation>Iniciar sesión con</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificado de cliente</translation>
    </message>
    <message>
        <source>Nothing, as an anonymous guest</source>
        <translation>Nada, como invitado anónimo</translation>
    </message>
    <message>
        <source>Log in only where the log-in is tied to this encrypted connection, so that nobody can be in between</source>
        <translation>Iniciar sesión solo si queda vinculado a esta conexión cifrada, de modo que nadie pueda estar en medio</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Name of this device</source>
        <translation>&amp;Nombre de este equipo</translation>
    </message>
    <message>
        <source>&amp;Security</source>
        <translation>&amp;Seguridad</translation>
    </message>
    <message>
        <source>Log in &amp;with</source>
        <translation>I&amp;niciar sesión con</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Archivo del certificado</translation>
    </message>
    <message>
        <source>A .p12, .pfx or .pem file with its key</source>
        <translation>Un archivo .p12, .pfx o .pem con su clave</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Elegir el archivo del certificado</translation>
    </message>
    <message>
        <source>Certificates (%1)</source>
        <translation>Certificados (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Todos los archivos (%1)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>port</comment>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>tertulia::ConnectionPage</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Connection options…</source>
        <translation>Opciones de conexión…</translation>
    </message>
    <message>
        <source>Address of this session</source>
        <translation>Dirección de esta sesión</translation>
    </message>
</context>
<context>
    <name>tertulia::ConnectionStrip</name>
    <message>
        <source>Connection status</source>
        <translation>Estado de la conexión</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Reconectar ahora</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Type password</source>
        <translation>Escribir la contraseña</translation>
    </message>
    <message>
        <source>Connection details…</source>
        <translation>Detalles de la conexión…</translation>
    </message>
    <message>
        <source>What the server’s people say</source>
        <translation>Lo que dicen los del servidor</translation>
    </message>
</context>
<context>
    <name>tertulia::ContactActions</name>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Groups…</source>
        <translation>Grupos…</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Añadir a los contactos</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>Remove contact…</source>
        <translation>Eliminar contacto…</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Suscripción</translation>
    </message>
    <message>
        <source>Ask again to see their status</source>
        <translation>Volver a pedir ver su estado</translation>
    </message>
    <message>
        <source>Ask to see their status</source>
        <translation>Pedir ver su estado</translation>
    </message>
    <message>
        <source>Stop seeing their status</source>
        <translation>Dejar de ver su estado</translation>
    </message>
    <message>
        <source>Stop showing them your status</source>
        <translation>Dejar de mostrarle tu estado</translation>
    </message>
    <message>
        <source>Rename contact</source>
        <translation>Cambiar el nombre del contacto</translation>
    </message>
    <message>
        <source>Name for %1</source>
        <translation>Nombre para %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>¿Bloquear a %1?</translation>
    </message>
    <message>
        <source>Nothing that %1 sends reaches you any more, and they see you as offline. They are not told. You can unblock them later.</source>
        <translation>No te llegará nada más de lo que envíe %1, y te verá desconectado. No se le avisa. Puedes desbloquearlo más adelante.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Remove %1 from your contacts?</source>
        <translation>¿Eliminar a %1 de tus contactos?</translation>
    </message>
    <message>
        <source>You and %1 will no longer see each other&apos;s status. Your messages stay.</source>
        <translation>%1 y tú ya no veréis el estado el uno del otro. Tus mensajes se conservan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>tertulia::ContactsView</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
</context>
<context>
    <name>tertulia::ConversationMenu</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open in own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>No silenciar</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Enviar un mensaje</translation>
    </message>
</context>
<context>
    <name>tertulia::DemoScript</name>
    <message>
        <source>%1 writes to %2: %3</source>
        <translation>%1 escribe a %2: %3</translation>
    </message>
    <message>
        <source>The pictures cannot be written to %1.</source>
        <translation>No se pueden guardar las imágenes en %1.</translation>
    </message>
    <message>
        <source>Ana and Bruno log in</source>
        <translation>Ana y Bruno inician sesión</translation>
    </message>
    <message>
        <source>Ana opens the chat with Bruno, and Bruno the chat with Ana</source>
        <translation>Ana abre el chat con Bruno, y Bruno el chat con Ana</translation>
    </message>
    <message>
        <source>Hello Bruno! Are you coming on Friday?</source>
        <translation>¡Hola, Bruno! ¿Vienes el viernes?</translation>
    </message>
    <message>
        <source>Of course. I bring the story I owe you all.</source>
        <translation>Claro. Llevo la historia que os debo.</translation>
    </message>
    <message>
        <source>Wonderful. At eight, in the café by the river.</source>
        <translation>Estupendo. A las ocho, en el café junto al río.</translation>
    </message>
    <message>
        <source>Ana gives the chat a window of its own</source>
        <translation>Ana pasa el chat a una ventana propia</translation>
    </message>
    <message>
        <source>See you there!</source>
        <translation>¡Allí nos vemos!</translation>
    </message>
    <message>
        <source>Both look at it in the dark</source>
        <translation>Los dos lo miran con el tema oscuro</translation>
    </message>
    <message>
        <source>Every message arrived in the other window. The pictures are in %1</source>
        <translation>Todos los mensajes llegaron a la otra ventana. Las imágenes están en %1</translation>
    </message>
    <message>
        <source>This did not happen within 30 seconds. The pictures are in %1</source>
        <translation>Esto no ocurrió en 30 segundos. Las imágenes están en %1</translation>
    </message>
    <message>
        <source>Ana takes the chat back and writes a note to herself</source>
        <translation>Ana recupera el chat y se escribe una nota</translation>
    </message>
    <message>
        <source>Reserve a table for six</source>
        <translation>Reservar mesa para seis</translation>
    </message>
    <message>
        <source>Ana makes her window larger</source>
        <translation>Ana agranda su ventana</translation>
    </message>
    <message>
        <source>Shall I bring my guitar?</source>
        <translation>¿Llevo la guitarra?</translation>
    </message>
</context>
<context>
    <name>tertulia::DemoServer</name>
    <message>
        <source>The server could not be started: %1</source>
        <translation>No se pudo iniciar el servidor: %1</translation>
    </message>
    <message>
        <source>The server ended at once. It said: %1</source>
        <translation>El servidor terminó enseguida. Dijo: %1</translation>
    </message>
    <message>
        <source>To try Tertulia on this computer it needs the server Prosody, which is not installed. On Debian and Ubuntu this installs it: sudo apt install prosody</source>
        <translation>Para probar Tertulia en este equipo hace falta el servidor Prosody, que no está instalado. En Debian y Ubuntu se instala con: sudo apt install prosody</translation>
    </message>
    <message>
        <source>The files of the server could not be written to %1.</source>
        <translation>No se pudieron escribir los archivos del servidor en %1.</translation>
    </message>
    <message>
        <source>The server did not answer within 20 seconds.</source>
        <translation>El servidor no respondió en 20 segundos.</translation>
    </message>
</context>
<context>
    <name>tertulia::DemoWords</name>
    <message>
        <source>Friends</source>
        <translation>Amistades</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Hello Ana! The gathering is on Friday at eight, in the café by the river.</source>
        <translation>¡Hola, Ana! La tertulia es el viernes a las ocho, en el café junto al río.</translation>
    </message>
    <message>
        <source>Bring Bruno, he still owes us a story.</source>
        <translation>Trae a Bruno, que aún nos debe una historia.</translation>
    </message>
    <message>
        <source>Bruno, are you coming on Friday?</source>
        <translation>Bruno, ¿vienes el viernes?</translation>
    </message>
</context>
<context>
    <name>tertulia::Demonstration</name>
    <message>
        <source>Try Tertulia</source>
        <translation>Probar Tertulia</translation>
    </message>
</context>
<context>
    <name>tertulia::DesktopNotifications</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>No notification service was found.</source>
        <translation>No se encontró ningún servicio de notificaciones.</translation>
    </message>
    <message>
        <source>Notification service</source>
        <translation>Servicio de notificaciones</translation>
    </message>
    <message>
        <source>%1: OK, supports inline reply</source>
        <translation>%1: correcto, permite responder desde la notificación</translation>
    </message>
    <message>
        <source>%1: OK</source>
        <translation>%1: correcto</translation>
    </message>
</context>
<context>
    <name>tertulia::DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Suscripción</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>you see their status</source>
        <translation>ves su estado</translation>
    </message>
    <message>
        <source>they see your status</source>
        <translation>ve tu estado</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>mutua</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>not in your contacts</source>
        <translation>no está en tus contactos</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Visible para</translation>
    </message>
    <message>
        <source>you, on all your devices</source>
        <translation>ti, en todos tus dispositivos</translation>
    </message>
</context>
<context>
    <name>tertulia::EarlierVersions</name>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Now, since %1</source>
        <translation>Ahora, desde %1</translation>
    </message>
</context>
<context>
    <name>tertulia::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emoji</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>Gestures and hearts</source>
        <translation>Gestos y corazones</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Animales y naturaleza</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Comida y bebida</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Viajes y lugares</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Symbols and flags</source>
        <translation>Símbolos y banderas</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
</context>
<context>
    <name>tertulia::EncryptionLine</name>
    <message>
        <source>Put this notice away</source>
        <translation>Quitar este aviso</translation>
    </message>
    <message>
        <source>Not encrypted: your server and theirs can read this</source>
        <translation>Sin cifrado: tu servidor y el suyo pueden leer esto</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Sin cifrado</translation>
    </message>
    <message>
        <source>Encryption status</source>
        <translation>Estado del cifrado</translation>
    </message>
</context>
<context>
    <name>tertulia::FindBar</name>
    <message>
        <source>Previous hit</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Find in chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>tertulia::GeneralPage</name>
    <message>
        <source>Use this account</source>
        <translation>Usar esta cuenta</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Tu &amp;nombre</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Remove the account %1 from Tertulia?</source>
        <translation>¿Eliminar la cuenta %1 de Tertulia?</translation>
    </message>
    <message>
        <source>Its messages, contacts and password are deleted from this computer. The account on the server and what is kept there stay as they are.</source>
        <translation>Sus mensajes, contactos y contraseña se borran de este equipo. La cuenta en el servidor y lo que se guarda allí quedan como están.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>tertulia::GroupsDialog</name>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Groups of %1</source>
        <translation>Grupos de %1</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Grupo nuevo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>tertulia::JumpButton</name>
    <message>
        <source>Jump to the newest message</source>
        <translation>Ir al mensaje más reciente</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::LoginForm</name>
    <message>
        <source>Remember password</source>
        <translation>Recordar la contraseña</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Connection options</source>
        <translation>Opciones de conexión</translation>
    </message>
    <message>
        <source>There is no @ in the address. It looks like ana@example.org.</source>
        <translation>Falta la @ en la dirección. Es algo como ana@example.org.</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Dirección del servidor</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the certificate</source>
        <translation>&amp;Contraseña del certificado</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Contraseña del certificado</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>If it has one</source>
        <translation>Si la tiene</translation>
    </message>
</context>
<context>
    <name>tertulia::LoginPage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>with the XMPP address that you have</source>
        <translation>con la dirección XMPP que ya tienes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tertulia::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New chat…</source>
        <translation>&amp;Nuevo chat…</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Añadir cuenta…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chat</translation>
    </message>
    <message>
        <source>Open in own &amp;window</source>
        <translation>Abrir en su propia &amp;ventana</translation>
    </message>
    <message>
        <source>&amp;Find in chat</source>
        <translation>&amp;Buscar en el chat</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>&amp;Write a message</source>
        <translation>&amp;Escribir un mensaje</translation>
    </message>
    <message>
        <source>&amp;Mark as read</source>
        <translation>&amp;Marcar como leído</translation>
    </message>
    <message>
        <source>&amp;Previous chat</source>
        <translation>Chat &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next chat</source>
        <translation>Chat &amp;siguiente</translation>
    </message>
    <message>
        <source>P&amp;revious unread chat</source>
        <translation>Chat sin leer an&amp;terior</translation>
    </message>
    <message>
        <source>Next &amp;unread chat</source>
        <translation>Chat sin leer s&amp;iguiente</translation>
    </message>
    <message>
        <source>&amp;Close chat</source>
        <translation>&amp;Cerrar el chat</translation>
    </message>
    <message>
        <source>C&amp;ontacts</source>
        <translation>C&amp;ontactos</translation>
    </message>
    <message>
        <source>Show &amp;contacts</source>
        <translation>Mostrar los &amp;contactos</translation>
    </message>
    <message>
        <source>&amp;Add contact…</source>
        <translation>&amp;Añadir contacto…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Groups…</source>
        <translation>&amp;Grupos…</translation>
    </message>
    <message>
        <source>&amp;Block…</source>
        <translation>&amp;Bloquear…</translation>
    </message>
    <message>
        <source>R&amp;emove contact…</source>
        <translation>&amp;Eliminar contacto…</translation>
    </message>
    <message>
        <source>Show &amp;offline contacts</source>
        <translation>Mostrar los &amp;desconectados</translation>
    </message>
    <message>
        <source>&amp;Sort by name</source>
        <translation>&amp;Ordenar por nombre</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Chats</source>
        <translation>&amp;Chats</translation>
    </message>
    <message>
        <source>&amp;Search or jump</source>
        <translation>&amp;Buscar o ir a</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>&amp;Seguir al sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Texto &amp;normal</translation>
    </message>
    <message>
        <source>Show menu &amp;bar</source>
        <translation>Mostrar la &amp;barra de menús</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Pantalla co&amp;mpleta</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Estado</translation>
    </message>
    <message>
        <source>Choose status…</source>
        <translation>Elegir estado…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Ve&amp;ntana</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>Ventana principal</translation>
    </message>
    <message>
        <source>&amp;Bring all to front</source>
        <translation>&amp;Traer todas al frente</translation>
    </message>
    <message>
        <source>&amp;Dock all</source>
        <translation>&amp;Acoplar todas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About Tertulia</source>
        <translation>A&amp;cerca de Tertulia</translation>
    </message>
    <message>
        <source>Connection &amp;details…</source>
        <translation>&amp;Detalles de la conexión…</translation>
    </message>
</context>
<context>
    <name>tertulia::MainWindow</name>
    <message>
        <source>%1 — Tertulia</source>
        <translation>%1 — Tertulia</translation>
    </message>
</context>
<context>
    <name>tertulia::MessageActionBar</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>tertulia::MessageActions</name>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Responder</translation>
    </message>
    <message>
        <source>Re&amp;act</source>
        <translation>R&amp;eaccionar</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>E&amp;ditar</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Copiar el texto</translation>
    </message>
    <message>
        <source>&amp;Go to the original</source>
        <translation>Ir al &amp;original</translation>
    </message>
    <message>
        <source>Earlier &amp;versions</source>
        <translation>&amp;Versiones anteriores</translation>
    </message>
    <message>
        <source>Message &amp;info</source>
        <translation>&amp;Información del mensaje</translation>
    </message>
    <message>
        <source>Re&amp;tract for everyone</source>
        <translation>Retirar para &amp;todos</translation>
    </message>
</context>
<context>
    <name>tertulia::MessageCommands</name>
    <message>
        <source>Retract this message for everyone?</source>
        <translation>¿Retirar este mensaje para todos?</translation>
    </message>
    <message>
        <source>“%1” is deleted here, and the others are asked to forget it. Somebody may have read or copied it already.</source>
        <translation>«%1» se borra aquí y se pide a los demás que lo olviden. Puede que alguien ya lo haya leído o copiado.</translation>
    </message>
    <message>
        <source>Retract</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>tertulia::MessageInfo</name>
    <message>
        <source>Message info</source>
        <translation>Información del mensaje</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dicho</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>later than it was said</source>
        <translation>más tarde de cuando se dijo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>tertulia::MessageLayout</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>a la espera de enviarse</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message>
        <source>%1, delayed</source>
        <translation>%1, con retraso</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>This message was retracted</source>
        <translation>Se retiró este mensaje</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editado</translation>
    </message>
    <message>
        <source>the change is waiting to be sent</source>
        <translation>el cambio está pendiente de envío</translation>
    </message>
</context>
<context>
    <name>tertulia::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>tertulia::OfflineNote</name>
    <message>
        <source>Reconnect now</source>
        <translation>Reconectar ahora</translation>
    </message>
    <message>
        <source>No connection. What you send now waits and goes out by itself.</source>
        <translation>Sin conexión. Lo que envíes ahora espera y sale por sí solo.</translation>
    </message>
</context>
<context>
    <name>tertulia::OwnPresence</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::PasswordBar</name>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Contraseña de %1:</translation>
    </message>
    <message>
        <source>Save in keychain</source>
        <translation>Guardar en el depósito de claves</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Type password once</source>
        <translation>Escribirla solo esta vez</translation>
    </message>
    <message>
        <source>Passphrase of the certificate of %1:</source>
        <translation>Contraseña del certificado de %1:</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Contraseña del certificado</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
</context>
<context>
    <name>tertulia::PasswordField</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>tertulia::PreferencesWindow</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Seguir al sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Chats and contacts</source>
        <translation>Chats y contactos</translation>
    </message>
    <message>
        <source>Open chats in</source>
        <translation>Abrir los chats en</translation>
    </message>
    <message>
        <source>The main window</source>
        <translation>La ventana principal</translation>
    </message>
    <message>
        <source>Own windows</source>
        <translation>Sus propias ventanas</translation>
    </message>
    <message>
        <source>Show offline contacts</source>
        <translation>Mostrar los contactos desconectados</translation>
    </message>
    <message>
        <source>Sort contacts by name</source>
        <translation>Ordenar los contactos por nombre</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Tell me about new messages</source>
        <translation>Avisarme de los mensajes nuevos</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Reproducir un sonido</translation>
    </message>
    <message>
        <source>Show in notifications</source>
        <translation>Mostrar en las notificaciones</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Nombre y texto</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Solo el nombre</translation>
    </message>
    <message>
        <source>Only that there is a message</source>
        <translation>Solo que hay un mensaje</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>When the main window is closed</source>
        <translation>Al cerrar la ventana principal</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en la bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Let others know that I have read their messages</source>
        <translation>Que los demás sepan que he leído sus mensajes</translation>
    </message>
    <message>
        <source>Let others know that I am writing</source>
        <translation>Que los demás sepan que estoy escribiendo</translation>
    </message>
</context>
<context>
    <name>tertulia::ProxyOptions</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Host del proxy</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Puerto del proxy</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Usuario del proxy</translation>
    </message>
    <message>
        <source>If it asks for one</source>
        <translation>Si lo pide</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Contraseña del proxy</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host del proxy</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>port</comment>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>tertulia::QuoteLayout</name>
    <message>
        <source>The original message is not here</source>
        <translation>El mensaje original no está aquí</translation>
    </message>
</context>
<context>
    <name>tertulia::ReactionChips</name>
    <message>
        <source>You</source>
        <comment>who reacted</comment>
        <translation>Tú</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a reaction and who put it there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tertulia::ReactionPopup</name>
    <message>
        <source>React</source>
        <translation>Reaccionar</translation>
    </message>
    <message>
        <source>More emoji</source>
        <translation>Más emojis</translation>
    </message>
</context>
<context>
    <name>tertulia::RememberBox</name>
    <message>
        <source>Kept in the keychain of this computer, never in a file</source>
        <translation>Se guarda en el depósito de claves de este equipo, nunca en un archivo</translation>
    </message>
    <message>
        <source>No keychain found: you will be asked each time.</source>
        <translation>No hay depósito de claves: se te pedirá cada vez.</translation>
    </message>
    <message>
        <source>How to enable one</source>
        <translation>Cómo activar uno</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Remember password in GNOME Keyring</comment>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>tertulia::RequestRow</name>
    <message>
        <source>%1 asks to add you</source>
        <translation>%1 pide añadirte</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Let %1 see your status, and ask to see theirs</source>
        <translation>Deja que %1 vea tu estado y pide ver el suyo</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Do not let %1 see your status</source>
        <translation>No dejar que %1 vea tu estado</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Never hear of %1 again</source>
        <translation>No volver a saber de %1</translation>
    </message>
</context>
<context>
    <name>tertulia::RequestsPane</name>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>tertulia::SecurityPage</name>
    <message>
        <source>Demand channel binding</source>
        <translation>Exigir vinculación al canal</translation>
    </message>
    <message>
        <source>How to enable one</source>
        <translation>Cómo activar uno</translation>
    </message>
    <message>
        <source>Log in only where the log-in is tied to this encrypted connection, so that nobody can be in between. Not every server can.</source>
        <translation>Iniciar sesión solo si queda vinculado a esta conexión cifrada, de modo que nadie pueda estar en medio. No todos los servidores pueden.</translation>
    </message>
    <message>
        <source>Takes effect with the next connection.</source>
        <translation>Tendrá efecto en la próxima conexión.</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Reconectar ahora</translation>
    </message>
    <message>
        <source>Certificate that you trusted by hand</source>
        <translation>Certificado en el que decidiste confiar</translation>
    </message>
    <message>
        <source>No longer trust it</source>
        <translation>Dejar de confiar</translation>
    </message>
    <message>
        <source>The password is kept in %1.</source>
        <translation>La contraseña está guardada en %1.</translation>
    </message>
    <message>
        <source>The password is kept in the keychain.</source>
        <translation>La contraseña está guardada en el depósito de claves.</translation>
    </message>
    <message>
        <source>The password is kept nowhere: you are asked for it each time.</source>
        <translation>La contraseña no se guarda: se te pide cada vez.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>A guest has no password.</source>
        <translation>Un invitado no tiene contraseña.</translation>
    </message>
</context>
<context>
    <name>tertulia::ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Search or jump</source>
        <translation>Buscar o ir a</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Show contacts</source>
        <translation>Mostrar los contactos</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Chat siguiente</translation>
    </message>
    <message>
        <source>Previous unread chat</source>
        <translation>Chat sin leer anterior</translation>
    </message>
    <message>
        <source>Next unread chat</source>
        <translation>Chat sin leer siguiente</translation>
    </message>
    <message>
        <source>First to ninth chat of the list</source>
        <translation>Del primero al noveno chat de la lista</translation>
    </message>
    <message>
        <source>Open the chosen row in its own window</source>
        <translation>Abrir la fila elegida en su propia ventana</translation>
    </message>
    <message>
        <source>Open the chat in its own window, or bring it back</source>
        <translation>Abrir el chat en su propia ventana o devolverlo</translation>
    </message>
    <message>
        <source>Find in chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Details of the chat</source>
        <translation>Detalles del chat</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>New line in a message</source>
        <translation>Línea nueva en un mensaje</translation>
    </message>
    <message>
        <source>Scroll the conversation while writing</source>
        <translation>Desplazar la conversación mientras escribes</translation>
    </message>
    <message>
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Parte anterior de la ventana</translation>
    </message>
    <message>
        <source>Menu of a row</source>
        <translation>Menú de una fila</translation>
    </message>
    <message>
        <source>Rename contact</source>
        <translation>Cambiar el nombre del contacto</translation>
    </message>
    <message>
        <source>Choose status</source>
        <translation>Elegir estado</translation>
    </message>
    <message>
        <source>Larger, smaller and normal text</source>
        <translation>Texto más grande, más pequeño y normal</translation>
    </message>
    <message>
        <source>Show menu bar</source>
        <translation>Mostrar la barra de menús</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Esta lista</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>Edit my last message</source>
        <translation>Editar mi último mensaje</translation>
    </message>
    <message>
        <source>Choose a message while writing</source>
        <translation>Elegir un mensaje mientras escribes</translation>
    </message>
    <message>
        <source>Reply to the chosen or last message</source>
        <translation>Responder al mensaje elegido o al último</translation>
    </message>
    <message>
        <source>React to the chosen or last message</source>
        <translation>Reaccionar al mensaje elegido o al último</translation>
    </message>
    <message>
        <source>Reply to a message of the conversation, copy it</source>
        <translation>Responder a un mensaje de la conversación, copiarlo</translation>
    </message>
</context>
<context>
    <name>tertulia::SidePane</name>
    <message>
        <source>Search or jump</source>
        <translation>Buscar o ir a</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Iniciar un chat</translation>
    </message>
    <message>
        <source>Chats or contacts</source>
        <translation>Chats o contactos</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Unread %1</source>
        <translation>Sin leer %1</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>No contacts to show.</source>
        <translation>No hay contactos que mostrar.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>Todo está leído.</translation>
    </message>
    <message>
        <source>No conversations yet.</source>
        <translation>Aún no hay conversaciones.</translation>
    </message>
</context>
<context>
    <name>tertulia::SpokenChats</name>
    <message>
        <source>Draft: %1</source>
        <translation>Borrador: %1</translation>
    </message>
    <message>
        <source>is typing…</source>
        <translation>está escribiendo…</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>message retracted</source>
        <translation>mensaje retirado</translation>
    </message>
</context>
<context>
    <name>tertulia::SpokenContacts</name>
    <message>
        <source>Not in a group</source>
        <translation>Sin grupo</translation>
    </message>
    <message>
        <source>%1, %2 of %3 online</source>
        <comment>group name, numbers</comment>
        <translation>%1, %2 de %3 en línea</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
</context>
<context>
    <name>tertulia::StartChatDialog</name>
    <message>
        <source>Start chat</source>
        <translation>Iniciar el chat</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Añadir contacto</translation>
    </message>
    <message>
        <source>Join room</source>
        <translation>Entrar en la sala</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Whom do you want to talk to?</source>
        <translation>¿Con quién quieres hablar?</translation>
    </message>
    <message>
        <source>Address or link</source>
        <translation>Dirección o enlace</translation>
    </message>
    <message>
        <source>ana@example.org or xmpp:…</source>
        <translation>ana@example.org o xmpp:…</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Nombre (opcional)</translation>
    </message>
    <message>
        <source>Group (optional)</source>
        <translation>Grupo (opcional)</translation>
    </message>
    <message>
        <source>&amp;Name (optional)</source>
        <translation>&amp;Nombre (opcional)</translation>
    </message>
    <message>
        <source>&amp;Group (optional)</source>
        <translation>&amp;Grupo (opcional)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rooms are not there yet; they come in a later version</source>
        <translation>Todavía no hay salas; llegarán en una versión posterior</translation>
    </message>
    <message>
        <source>A&amp;s</source>
        <translation>C&amp;omo</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Type a name you know, an address, or paste an xmpp: link.</source>
        <translation>Escribe un nombre que conozcas o una dirección, o pega un enlace xmpp:.</translation>
    </message>
    <message>
        <source>%1 is a room. Rooms come in a later version.</source>
        <translation>%1 es una sala. Las salas llegarán en una versión posterior.</translation>
    </message>
    <message>
        <source>The link asks to remove %1. Do that from the contact&apos;s menu if you want it.</source>
        <translation>El enlace pide eliminar a %1. Si lo quieres, hazlo desde el menú del contacto.</translation>
    </message>
    <message>
        <source>This is your own address: notes to yourself.</source>
        <translation>Es tu propia dirección: notas para ti.</translation>
    </message>
    <message>
        <source>%1 is among your contacts.</source>
        <translation>%1 está entre tus contactos.</translation>
    </message>
    <message>
        <source>%1 is not a contact yet. “Add contact” asks to see their status.</source>
        <translation>%1 aún no es un contacto. «Añadir contacto» pide ver su estado.</translation>
    </message>
    <message>
        <source>There is no @ in the address.</source>
        <translation>Falta la @ en la dirección.</translation>
    </message>
    <message>
        <source>The name of a server follows the @.</source>
        <translation>Tras la @ va el nombre de un servidor.</translation>
    </message>
</context>
<context>
    <name>tertulia::StepsList</name>
    <message>
        <source>Connection steps</source>
        <translation>Pasos de la conexión</translation>
    </message>
</context>
<context>
    <name>tertulia::StoreErrorPage</name>
    <message>
        <source>Tertulia</source>
        <translation>Tertulia</translation>
    </message>
    <message>
        <source>Your messages cannot be opened</source>
        <translation>No se pueden abrir tus mensajes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Nothing was changed or replaced.</source>
        <translation>No se ha cambiado ni sustituido nada.</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Abrir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
</context>
<context>
    <name>tertulia::TimelineView</name>
    <message>
        <source>%1, delayed</source>
        <translation>%1, con retraso</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <translation>Conversación con %1</translation>
    </message>
    <message>
        <source>No messages with %1 yet.</source>
        <translation>Aún no hay mensajes con %1.</translation>
    </message>
    <message>
        <source>It arrived later than it was said.</source>
        <translation>Llegó más tarde de cuando se dijo.</translation>
    </message>
    <message>
        <source>&amp;Copy selected text</source>
        <translation>&amp;Copiar el texto seleccionado</translation>
    </message>
    <message>
        <source>&amp;Open link</source>
        <translation>&amp;Abrir el enlace</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copiar el en&amp;lace</translation>
    </message>
    <message>
        <source>reply to: %1</source>
        <translation>respuesta a: %1</translation>
    </message>
    <message>
        <source>reply to %1: %2</source>
        <comment>a person and what they said</comment>
        <translation>respuesta a %1: %2</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>Edited %1. Click to see what it said before.</source>
        <translation>Editado: %1. Haz clic para ver lo que decía antes.</translation>
    </message>
</context>
<context>
    <name>tertulia::Tray</name>
    <message numerus="yes">
        <source>Tertulia: %n unread message(s)</source>
        <translation>
            <numerusform>Tertulia: %n mensaje sin leer</numerusform>
            <numerusform>Tertulia: %n mensajes sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Nuevo chat…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>tertulia::TrayNotifier</name>
    <message>
        <source>Messages of the tray icon</source>
        <translation>Mensajes del icono de la bandeja</translation>
    </message>
    <message>
        <source>No notification service was found.</source>
        <translation>No se encontró ningún servicio de notificaciones.</translation>
    </message>
</context>
<context>
    <name>tertulia::WelcomePage</name>
    <message>
        <source>Welcome to Tertulia</source>
        <translation>Te damos la bienvenida a Tertulia</translation>
    </message>
    <message>
        <source>Conversation in good company, over XMPP</source>
        <translation>Conversación en buena compañía, por XMPP</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Tengo una cuenta</translation>
    </message>
    <message>
        <source>Log in with your XMPP address and password</source>
        <translation>Inicia sesión con tu dirección XMPP y tu contraseña</translation>
    </message>
    <message>
        <source>I want an account</source>
        <translation>Quiero una cuenta</translation>
    </message>
    <message>
        <source>How to get an address; it is free and takes a few minutes</source>
        <translation>Cómo conseguir una dirección; es gratis y se tarda unos minutos</translation>
    </message>
    <message>
        <source>Try it on this computer</source>
        <translation>Probar en este equipo</translation>
    </message>
    <message>
        <source>Talk between sample people on a private server of its own; nothing leaves this computer</source>
        <translation>Conversa entre personas de muestra en un servidor privado propio; nada sale de este equipo</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Getting an account</source>
        <translation>Conseguir una cuenta</translation>
    </message>
    <message>
        <source>An address looks like ana@example.org</source>
        <translation>Una dirección es algo como ana@example.org</translation>
    </message>
    <message>
        <source>Somebody near you may run a server: family, school, work or a club. Ask them first.</source>
        <translation>Quizá alguien cercano administre un servidor: familia, escuela, trabajo o una asociación. Pregúntales primero.</translation>
    </message>
    <message>
        <source>Otherwise choose a public server. The list opens in your web browser and tells the country, rules and age of each.</source>
        <translation>Si no, elige un servidor público. La lista se abre en tu navegador e indica el país, las normas y la antigüedad de cada uno.</translation>
    </message>
    <message>
        <source>Register on the server&apos;s own page and note the address and the password.</source>
        <translation>Regístrate en la página del propio servidor y anota la dirección y la contraseña.</translation>
    </message>
    <message>
        <source>Come back here and choose “I have an account”.</source>
        <translation>Vuelve aquí y elige «Tengo una cuenta».</translation>
    </message>
    <message>
        <source>Open the list of servers</source>
        <translation>Abrir la lista de servidores</translation>
    </message>
    <message>
        <source>providers.xmpp.net, in your web browser</source>
        <translation>providers.xmpp.net, en tu navegador</translation>
    </message>
    <message>
        <source>Without any account</source>
        <translation>Sin ninguna cuenta</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
</TS>
