<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Tertulia authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatStanding</name>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>Unmute (muted until %1)</source>
        <translation>Dejar de silenciar (silenciado hasta %1)</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>Durante 8 horas</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Carpeta nueva…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Take out of the folder</source>
        <translation>Sacar de la carpeta</translation>
    </message>
</context>
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
        <translation>Activada: un corte no hace perder mensajes</translation>
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
    <message>
        <source>The password was saved in %1, and now another keychain answers.</source>
        <translation>La contraseña se guardó en %1 y ahora responde otro depósito de claves.</translation>
    </message>
    <message>
        <source>It is still there. Start that one and try again, or type the password to save it here too.</source>
        <translation>Sigue allí. Abre aquel e inténtalo de nuevo, o escribe la contraseña para guardarla también aquí.</translation>
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
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Tertulia is running with this profile, but it does not answer.</source>
        <translation>Tertulia ya está abierta con este perfil, pero no responde.</translation>
    </message>
    <message>
        <source>There are no accounts in this profile: %1 does not exist.</source>
        <translation>En este perfil no hay cuentas: %1 no existe.</translation>
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
    <name>tertulia::AccountMarks</name>
    <message>
        <source>Account: %1</source>
        <translation>Cuenta: %1</translation>
    </message>
</context>
<context>
    <name>tertulia::AccountPreferences</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
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
    <message>
        <source>Status options</source>
        <translation>Opciones de estado</translation>
    </message>
    <message numerus="yes">
        <source>%1, until %2</source>
        <comment>a status and a time</comment>
        <translation>
            <numerusform>%1, hasta la %2</numerusform>
            <numerusform>%1, hasta las %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::AccountTools</name>
    <message>
        <source>Which account?</source>
        <translation>¿Qué cuenta?</translation>
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
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo</translation>
    </message>
</context>
<context>
    <name>tertulia::AddressCode</name>
    <message>
        <source>My address</source>
        <translation>Mi dirección</translation>
    </message>
    <message>
        <source>Code for a camera: %1</source>
        <translation>Código para una cámara: %1</translation>
    </message>
    <message>
        <source>Others point their camera here, or open the link, to write to you.</source>
        <translation>Otras personas enfocan aquí su cámara o abren el enlace para escribirte.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The link is in the clipboard.</source>
        <translation>El enlace está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <translation>La imagen está guardada.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
    </message>
</context>
<context>
    <name>tertulia::AdvancedPreferences</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Messages and settings are in %1.</source>
        <translation>Los mensajes y los ajustes están en %1.</translation>
    </message>
    <message>
        <source>Open the profile folder</source>
        <translation>Abrir la carpeta del perfil</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What the program did is in %1, without messages and passwords.</source>
        <translation>Lo que ha hecho el programa está en %1, sin mensajes ni contraseñas.</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Abrir la carpeta del registro</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>What helps to find out what is wrong. Nothing of it leaves the computer unless you pass it on.</source>
        <translation>Lo que ayuda a averiguar qué falla. Nada de ello sale del equipo si tú no lo compartes.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <source>XML console</source>
        <translation>Consola XML</translation>
    </message>
    <message>
        <source>Shows what goes over the connection of an account, and sends what is typed by hand.</source>
        <translation>Muestra lo que pasa por la conexión de una cuenta, y envía lo que se escriba a mano.</translation>
    </message>
    <message>
        <source>Open the XML console</source>
        <translation>Abrir la consola XML</translation>
    </message>
</context>
<context>
    <name>tertulia::AppearancePreferences</name>
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
        <source>colours, dark mode, night</source>
        <translation>colores, modo oscuro, noche</translation>
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
        <source>font, zoom, larger, smaller</source>
        <translation>letra, fuente, ampliar, mayor, menor</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>Mostrar la barra de menús</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>Burbujas</translation>
    </message>
    <message>
        <source>Compact lines</source>
        <translation>Líneas compactas</translation>
    </message>
    <message>
        <source>style, dense</source>
        <translation>estilo, denso</translation>
    </message>
    <message>
        <source>Compact list: one line for each chat</source>
        <translation>Lista compacta: una línea por chat</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>17:30</source>
        <translation>17:30</translation>
    </message>
    <message>
        <source>5:30 PM</source>
        <translation>5:30 p. m.</translation>
    </message>
    <message>
        <source>time format, 24 hours</source>
        <translation>reloj, formato de hora, 24 horas</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>date format</source>
        <translation>formato de fecha</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Sin movimiento</translation>
    </message>
    <message>
        <source>animation, scrolling</source>
        <translation>animación, desplazamiento</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>font, smileys</source>
        <translation>tipo de letra, caritas</translation>
    </message>
</context>
<context>
    <name>tertulia::Application</name>
    <message>
        <source>Tertulia is running, but its messages cannot be opened.</source>
        <translation>Tertulia está abierta, pero sus mensajes no se pueden abrir.</translation>
    </message>
    <message>
        <source>%1 is not an address.</source>
        <translation>%1 no es una dirección.</translation>
    </message>
    <message>
        <source>There is no account to talk with.</source>
        <translation>No hay ninguna cuenta con la que hablar.</translation>
    </message>
</context>
<context>
    <name>tertulia::ArchiveRow</name>
    <message>
        <source>Archived chats</source>
        <translation>Chats archivados</translation>
    </message>
    <message>
        <source>Archived chats: %1</source>
        <translation>Chats archivados: %1</translation>
    </message>
    <message>
        <source>Back from the archived chats</source>
        <translation>Volver de los chats archivados</translation>
    </message>
</context>
<context>
    <name>tertulia::ArchiveSettings</name>
    <message>
        <source>Messages fetched</source>
        <translation>Mensajes traídos</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Those of the last year</source>
        <translation>Los del último año</translation>
    </message>
    <message>
        <source>Those of the last three months</source>
        <translation>Los de los últimos tres meses</translation>
    </message>
    <message>
        <source>Those of the last month</source>
        <translation>Los del último mes</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>Messages with my contacts</source>
        <translation>Los mensajes con mis contactos</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Ningún mensaje</translation>
    </message>
    <message>
        <source>&amp;Fetch to this computer</source>
        <translation>&amp;Traer a este ordenador</translation>
    </message>
    <message>
        <source>Fetch to this computer</source>
        <translation>Traer a este ordenador</translation>
    </message>
    <message>
        <source>What is older comes when you scroll back to it.</source>
        <translation>Lo anterior viene cuando te desplazas hasta ello.</translation>
    </message>
    <message>
        <source>The server &amp;keeps</source>
        <translation>El servidor &amp;guarda</translation>
    </message>
    <message>
        <source>The server keeps</source>
        <translation>El servidor guarda</translation>
    </message>
    <message>
        <source>This server keeps no archive.</source>
        <translation>Este servidor no guarda ningún archivo.</translation>
    </message>
    <message>
        <source>Nothing was fetched from the archive yet.</source>
        <translation>Todavía no se ha traído nada del archivo.</translation>
    </message>
    <message>
        <source>All messages of the archive are here.</source>
        <translation>Todos los mensajes del archivo están aquí.</translation>
    </message>
    <message>
        <source>Fetching older messages. Those since %1 are here.</source>
        <translation>Trayendo mensajes anteriores. Los que hay desde el %1 ya están aquí.</translation>
    </message>
    <message>
        <source>Paused. Messages since %1 are here.</source>
        <translation>En pausa. Los mensajes desde el %1 están aquí.</translation>
    </message>
    <message>
        <source>The server did not give older messages; it is asked again later. Those since %1 are here.</source>
        <translation>El servidor no ha dado mensajes anteriores; se le volverá a preguntar más tarde. Los que hay desde el %1 están aquí.</translation>
    </message>
    <message>
        <source>Messages since %1 are here.</source>
        <translation>Los mensajes desde el %1 están aquí.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Known while the account is online.</source>
        <translation>Se sabe mientras la cuenta está conectada.</translation>
    </message>
    <message>
        <source>This server does not let you choose.</source>
        <translation>Este servidor no deja elegir.</translation>
    </message>
    <message>
        <source>Remove messages from this computer…</source>
        <translation>Eliminar mensajes de este ordenador…</translation>
    </message>
</context>
<context>
    <name>tertulia::BlockDialog</name>
    <message>
        <source>&amp;Report to my server, as</source>
        <translation>&amp;Denunciar ante mi servidor por</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>¿Bloquear a %1?</translation>
    </message>
    <message>
        <source>Nothing that %1 sends reaches you any more, and they see you as offline. They are not told. You can unblock them later.</source>
        <translation>Ya no te llegará nada de lo que envíe %1, y te verá como desconectado. No se le avisa. Puedes desbloquear la dirección más adelante.</translation>
    </message>
    <message>
        <source>Block &amp;everybody at %1</source>
        <translation>Bloquear a &amp;todo el mundo de %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Abuso</translation>
    </message>
    <message>
        <source>The people who run your server see the address and what was written last.</source>
        <translation>Quienes llevan tu servidor ven la dirección y lo último que escribió.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Report and block</source>
        <translation>Denunciar y bloquear</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>tertulia::BlockedPage</name>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueados</translation>
    </message>
    <message>
        <source>Address or server to block</source>
        <translation>Dirección o servidor que bloquear</translation>
    </message>
    <message>
        <source>Address or server</source>
        <translation>Dirección o servidor</translation>
    </message>
    <message>
        <source>%1 (the whole server)</source>
        <translation>%1 (todo el servidor)</translation>
    </message>
    <message>
        <source>The list can be changed while the account is connected.</source>
        <translation>La lista se puede cambiar mientras la cuenta está conectada.</translation>
    </message>
    <message>
        <source>This server cannot block anybody.</source>
        <translation>Este servidor no puede bloquear a nadie.</translation>
    </message>
    <message>
        <source>Everybody at %1 is blocked with it.</source>
        <translation>Bloquea a todo el mundo de %1.</translation>
    </message>
    <message>
        <source>Nobody is blocked.</source>
        <translation>No hay nadie bloqueado.</translation>
    </message>
    <message>
        <source>They cannot reach you and see you as offline. They are not told.</source>
        <translation>No pueden escribirte y te ven desconectado. No se les avisa.</translation>
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
        <source>Choose a chat, or press %1.</source>
        <translation>Elige un chat o pulsa %1.</translation>
    </message>
    <message>
        <source>%1 starts a new chat. %2 shows all keys.</source>
        <translation>%1 empieza un chat nuevo. %2 muestra todas las teclas.</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatFilters</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Unread %1</source>
        <translation>Sin leer %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Carpeta %1</translation>
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
    <message>
        <source>Back into the tabs</source>
        <translation>De vuelta a las pestañas</translation>
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
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n chat(s)</source>
        <translation>
            <numerusform>En %n chat</numerusform>
            <numerusform>En %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1 and %n other(s)</source>
        <translation>
            <numerusform>De %1 y %n más</numerusform>
            <numerusform>De %1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>An account is not connected</source>
        <translation>Una cuenta no está conectada</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>Así se avisa de un mensaje nuevo.</translation>
    </message>
    <message>
        <source>Reacted to your message: %1</source>
        <translation>Ha reaccionado a tu mensaje: %1</translation>
    </message>
    <message>
        <source>Reacted to your message</source>
        <translation>Ha reaccionado a tu mensaje</translation>
    </message>
    <message>
        <source>Somebody reacted to your message</source>
        <translation>Alguien ha reaccionado a tu mensaje</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatOverrides</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Con sonido</translation>
    </message>
    <message>
        <source>Without sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Tell them</source>
        <translation>Decírselo</translation>
    </message>
    <message>
        <source>Do not tell them</source>
        <translation>No decírselo</translation>
    </message>
    <message>
        <source>That I have read</source>
        <translation>Que he leído</translation>
    </message>
    <message>
        <source>That I am writing</source>
        <translation>Que estoy escribiendo</translation>
    </message>
    <message>
        <source>Use default (%1)</source>
        <translation>Como en general (%1)</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>Burbujas</translation>
    </message>
    <message>
        <source>Compact lines</source>
        <translation>Líneas compactas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Find its messages</source>
        <translation>Encontrar sus mensajes</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatPreferences</name>
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
        <source>Show *bold*, _italic_ and `code` as formatting</source>
        <translation>Mostrar *negrita*, _cursiva_ y `código` con formato</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
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
        <source>Tabs in one window</source>
        <translation>Pestañas en una ventana</translation>
    </message>
    <message>
        <source>Open the windows of chats again when Tertulia starts</source>
        <translation>Volver a abrir las ventanas de chats al iniciar Tertulia</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Sends the message</source>
        <translation>Envía el mensaje</translation>
    </message>
    <message>
        <source>Starts a new line; Ctrl+Enter sends</source>
        <translation>Empieza una línea nueva; Ctrl+Intro envía</translation>
    </message>
    <message>
        <source>Esc closes the chat as its last step</source>
        <translation>Esc cierra el chat como último paso</translation>
    </message>
    <message>
        <source>Show groups</source>
        <translation>Mostrar los grupos</translation>
    </message>
    <message>
        <source>Show empty groups</source>
        <translation>Mostrar los grupos vacíos</translation>
    </message>
    <message>
        <source>One line for each contact</source>
        <translation>Una línea por contacto</translation>
    </message>
    <message>
        <source>Each account by itself</source>
        <translation>Cada cuenta por separado</translation>
    </message>
</context>
<context>
    <name>tertulia::ChatTabs</name>
    <message>
        <source>Open chats</source>
        <translation>Chats abiertos</translation>
    </message>
    <message>
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <comment>unread messages, name of a chat</comment>
        <translation>(%1) %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %n mensaje sin leer</numerusform>
            <numerusform>%1, %n mensajes sin leer</numerusform>
        </translation>
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
    <message>
        <source>Open in own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Close the other chats</source>
        <translation>Cerrar los demás chats</translation>
    </message>
</context>
<context>
    <name>tertulia::ClearDialog</name>
    <message>
        <source>They are removed from this computer for good, and are not fetched again. The server and the others keep what they have.</source>
        <translation>Se borran de este ordenador para siempre y no se vuelven a descargar. El servidor y los demás conservan lo que tienen.</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Qué mensajes</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>Older than a month</source>
        <translation>De hace más de un mes</translation>
    </message>
    <message>
        <source>Older than six months</source>
        <translation>De hace más de seis meses</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>De hace más de un año</translation>
    </message>
    <message>
        <source>Older than three years</source>
        <translation>De hace más de tres años</translation>
    </message>
    <message>
        <source>Remove messages</source>
        <translation>Borrar mensajes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove messages with %1?</source>
        <translation>¿Borrar los mensajes con %1?</translation>
    </message>
    <message>
        <source>Remove old messages of all chats?</source>
        <translation>¿Borrar los mensajes antiguos de todas las conversaciones?</translation>
    </message>
    <message>
        <source>Remove messages of %1?</source>
        <translation>¿Eliminar los mensajes de %1?</translation>
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
    <message>
        <source>--export-history needs an address and a file.</source>
        <translation>--export-history necesita una dirección y un archivo.</translation>
    </message>
    <message>
        <source>Write what was said with this address to the file named after it, and exit.</source>
        <translation>Escribe lo hablado con esta dirección en el archivo que la sigue y termina.</translation>
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
    <message>
        <source>Send (Enter). Right click or hold to send later.</source>
        <translation>Enviar (Intro). Clic derecho o mantener pulsado para enviar más tarde.</translation>
    </message>
    <message>
        <source>Its menu sends the message later.</source>
        <translation>Su menú envía el mensaje más tarde.</translation>
    </message>
    <message>
        <source>Send it as it is</source>
        <translation>Enviar tal cual</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Enviar más tarde</translation>
    </message>
    <message>
        <source>Send as a &amp;spoiler…</source>
        <translation>Enviar como &amp;spoiler…</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter). Right click or hold to send later.</source>
        <translation>Enviar (Ctrl+Intro). Clic derecho o mantener pulsado para enviar más tarde.</translation>
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
    <name>tertulia::ComposerNotice</name>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
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
    <name>tertulia::ConnectedDevices</name>
    <message>
        <source>Known while the account is online.</source>
        <translation>Se sabe mientras la cuenta está conectada.</translation>
    </message>
    <message>
        <source>Devices that are logged in</source>
        <translation>Dispositivos con la sesión iniciada</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>este</translation>
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
        <translation>Iniciar sesión solo si la sesión queda vinculada a esta conexión cifrada, para que nadie pueda ponerse en medio</translation>
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
    <name>tertulia::ContactListOptions</name>
    <message>
        <source>Sort by s&amp;tatus</source>
        <translation>Ordenar por es&amp;tado</translation>
    </message>
    <message>
        <source>&amp;Sort by name</source>
        <translation>&amp;Ordenar por nombre</translation>
    </message>
    <message>
        <source>Show &amp;offline contacts</source>
        <translation>Mostrar contactos &amp;desconectados</translation>
    </message>
    <message>
        <source>Show &amp;groups</source>
        <translation>Mostrar &amp;grupos</translation>
    </message>
    <message>
        <source>Show &amp;empty groups</source>
        <translation>Mostrar grupos &amp;vacíos</translation>
    </message>
    <message>
        <source>Each account by &amp;itself</source>
        <translation>&amp;Cada cuenta por separado</translation>
    </message>
    <message>
        <source>One &amp;line for each contact</source>
        <translation>Una &amp;línea por contacto</translation>
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
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Enviar un mensaje</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marcar como no leído</translation>
    </message>
    <message>
        <source>Unarchive</source>
        <translation>Desarchivar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Export chat…</source>
        <translation>Exportar conversación…</translation>
    </message>
    <message>
        <source>Remove messages…</source>
        <translation>Borrar mensajes…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>tertulia::DateDialog</name>
    <message>
        <source>Jump to a date</source>
        <translation>Ir a una fecha</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>Ir</translation>
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
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Write a reply…</source>
        <translation>Escribe una respuesta…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
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
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
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
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Usados hace poco</translation>
    </message>
    <message>
        <source>Skin tone: %1</source>
        <translation>Tono de piel: %1</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún no hay ninguno</translation>
    </message>
    <message>
        <source>Skin tones</source>
        <translation>Tonos de piel</translation>
    </message>
</context>
<context>
    <name>tertulia::EmojiWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Faces and feelings</source>
        <translation>Caras y emociones</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
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
        <source>Travel and places</source>
        <translation>Viajes y lugares</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Banderas</translation>
    </message>
    <message>
        <source>no skin tone</source>
        <translation>sin tono de piel</translation>
    </message>
    <message>
        <source>light skin tone</source>
        <translation>tono de piel claro</translation>
    </message>
    <message>
        <source>medium-light skin tone</source>
        <translation>tono de piel claro medio</translation>
    </message>
    <message>
        <source>medium skin tone</source>
        <translation>tono de piel medio</translation>
    </message>
    <message>
        <source>medium-dark skin tone</source>
        <translation>tono de piel oscuro medio</translation>
    </message>
    <message>
        <source>dark skin tone</source>
        <translation>tono de piel oscuro</translation>
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
    <name>tertulia::ExportHistory</name>
    <message>
        <source>Exporting messages</source>
        <translation>Exportando mensajes</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>Exportar conversación</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exportar todas las conversaciones</translation>
    </message>
    <message>
        <source>Page for the browser (*.html)</source>
        <translation>Página para el navegador (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>JSON, for programs (*.json)</source>
        <translation>JSON, para programas (*.json)</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>tertulia::FetchStrip</name>
    <message>
        <source>Fetching from the archive</source>
        <translation>Traída del archivo</translation>
    </message>
    <message>
        <source>Messages fetched</source>
        <translation>Mensajes traídos</translation>
    </message>
    <message>
        <source>Close this line; fetching goes on</source>
        <translation>Cerrar esta línea; los mensajes se siguen trayendo</translation>
    </message>
    <message>
        <source>Fetching older messages is paused. Those since %1 are here.</source>
        <translation>En pausa: no se traen mensajes anteriores. Los que hay desde el %1 ya están aquí.</translation>
    </message>
    <message>
        <source>Fetching older messages. Those since %1 are here.</source>
        <translation>Trayendo mensajes anteriores. Los que hay desde el %1 ya están aquí.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>tertulia::FieldSpelling</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Buscando sugerencias…</translation>
    </message>
    <message>
        <source>&amp;Add to dictionary</source>
        <translation>&amp;Añadir al diccionario</translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation>I&amp;gnorar</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>No hay sugerencias</translation>
    </message>
    <message>
        <source>Use default (do not check)</source>
        <translation>Usar lo predeterminado (no revisar)</translation>
    </message>
    <message>
        <source>Use default (%1)</source>
        <translation>Usar lo predeterminado (%1)</translation>
    </message>
    <message>
        <source>S&amp;pelling</source>
        <translation>&amp;Ortografía</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>No revisar</translation>
    </message>
</context>
<context>
    <name>tertulia::FilterChips</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>Quitar el filtro %1</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>De…</translation>
    </message>
    <message>
        <source>Only messages from somebody</source>
        <translation>Solo mensajes de alguien</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>En…</translation>
    </message>
    <message>
        <source>Only messages in a chat</source>
        <translation>Solo mensajes de un chat</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Desde…</translation>
    </message>
    <message>
        <source>Only messages after a day</source>
        <translation>Solo mensajes desde un día</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Antes de…</translation>
    </message>
    <message>
        <source>Only messages before a day</source>
        <translation>Solo mensajes anteriores a un día</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Only messages with an image</source>
        <translation>Solo mensajes con una imagen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Only messages with a file</source>
        <translation>Solo mensajes con un archivo</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Enlaces</translation>
    </message>
    <message>
        <source>Only messages with a link</source>
        <translation>Solo mensajes con un enlace</translation>
    </message>
</context>
<context>
    <name>tertulia::FilterCompletion</name>
    <message>
        <source>me</source>
        <translation>mí</translation>
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
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1/%2+</source>
        <comment>there are more</comment>
        <translation>%1/%2+</translation>
    </message>
</context>
<context>
    <name>tertulia::ForwardDialog</name>
    <message numerus="yes">
        <source>Forward %n message(s)</source>
        <translation>
            <numerusform>Reenviar %n mensaje</numerusform>
            <numerusform>Reenviar %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for a chat</source>
        <translation>Buscar un chat</translation>
    </message>
    <message>
        <source>Forward to</source>
        <translation>Reenviar a</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Reen&amp;viar</translation>
    </message>
</context>
<context>
    <name>tertulia::GapRow</name>
    <message>
        <source>Loading messages…</source>
        <translation>Cargando mensajes…</translation>
    </message>
    <message>
        <source>Messages could not be loaded</source>
        <translation>No se pudieron cargar los mensajes</translation>
    </message>
    <message>
        <source>Messages missing here</source>
        <translation>Aquí faltan mensajes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Cargar</translation>
    </message>
    <message>
        <source>Do not load missing messages</source>
        <translation>No cargar los mensajes que faltan</translation>
    </message>
    <message>
        <source>Load missing messages</source>
        <translation>Cargar los mensajes que faltan</translation>
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
    <message>
        <source>Profile and picture…</source>
        <translation>Perfil e imagen…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Marks its chats while several accounts are used.</source>
        <translation>Marca sus chats mientras usas varias cuentas.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Turquesa</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
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
    <name>tertulia::HistoryImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Import history</source>
        <translation>Importar historial</translation>
    </message>
    <message>
        <source>Messages of other programs</source>
        <translation>Mensajes de otros programas</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrado en este ordenador</translation>
    </message>
    <message>
        <source>Chats of other accounts become those of</source>
        <translation>Las conversaciones de otras cuentas pasan a ser de</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>The import is going on.</source>
        <translation>La importación continúa.</translation>
    </message>
    <message>
        <source>Looking for messages…</source>
        <translation>Buscando mensajes…</translation>
    </message>
    <message>
        <source>account unknown</source>
        <translation>cuenta desconocida</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>No messages of Pidgin, Gajim or Psi were found here.</source>
        <translation>No se han encontrado mensajes de Pidgin, Gajim ni Psi.</translation>
    </message>
    <message>
        <source>What is here already is not brought in twice. Group chats are left out.</source>
        <translation>Lo que ya está aquí no se duplica. Las salas se dejan fuera.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>You can close this window; the import goes on.</source>
        <translation>Puedes cerrar esta ventana; la importación continúa.</translation>
    </message>
</context>
<context>
    <name>tertulia::HistoryPreferences</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Take with you</source>
        <translation>Para llevar</translation>
    </message>
    <message>
        <source>All messages as a page for the browser, as text, or for programs. The file is not encrypted.</source>
        <translation>Todos los mensajes como página para el navegador, como texto o para programas. El archivo no va cifrado.</translation>
    </message>
    <message>
        <source>Export all chats…</source>
        <translation>Exportar todas las conversaciones…</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Messages that Pidgin, Gajim or Psi kept on this computer.</source>
        <translation>Mensajes que Pidgin, Gajim o Psi guardaron en este ordenador.</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>Importar historial…</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>registros</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Desechar</translation>
    </message>
    <message>
        <source>A single chat is cleared from its menu in the list.</source>
        <translation>Una sola conversación se vacía desde su menú en la lista.</translation>
    </message>
    <message>
        <source>Remove old messages…</source>
        <translation>Borrar mensajes antiguos…</translation>
    </message>
    <message>
        <source>clear data, delete</source>
        <translation>borrar datos, eliminar</translation>
    </message>
</context>
<context>
    <name>tertulia::HistoryText</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>before:</source>
        <translation>antes:</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se ha encontrado nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>Se ha escrito %n mensaje.</numerusform>
            <numerusform>Se han escrito %n mensajes.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no chat with %1.</source>
        <translation>No hay ninguna conversación con %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>No se puede escribir %1.</translation>
    </message>
    <message>
        <source>There are no messages in this profile: %1 does not exist.</source>
        <translation>En este perfil no hay mensajes: %1 no existe.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) removed.</source>
        <translation>
            <numerusform>Se ha borrado %n mensaje.</numerusform>
            <numerusform>Se han borrado %n mensajes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) brought in.</source>
        <translation>
            <numerusform>Se ha traído %n mensaje.</numerusform>
            <numerusform>Se han traído %n mensajes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were here already.</source>
        <translation>
            <numerusform>%n ya estaba aquí.</numerusform>
            <numerusform>%n ya estaban aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it could not be read.</source>
        <translation>Una parte no se ha podido leer.</translation>
    </message>
</context>
<context>
    <name>tertulia::ImportDialog</name>
    <message>
        <source>This file is too large for a list of contacts.</source>
        <translation>Este archivo es demasiado grande para ser una lista de contactos.</translation>
    </message>
    <message>
        <source>This file is damaged, or it is no list of contacts.</source>
        <translation>Este archivo está dañado o no es una lista de contactos.</translation>
    </message>
    <message>
        <source>There are no contacts in this file.</source>
        <translation>En este archivo no hay contactos.</translation>
    </message>
    <message>
        <source>&amp;Ask them to let me see their status</source>
        <translation>&amp;Pedirles que me dejen ver su estado</translation>
    </message>
    <message>
        <source>Add contacts</source>
        <translation>Añadir contactos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Contacts for %1</source>
        <translation>Contactos para %1</translation>
    </message>
    <message>
        <source>Contacts in the file</source>
        <translation>Contactos del archivo</translation>
    </message>
    <message>
        <source>All contacts in this file are in your list already.</source>
        <translation>Todos los contactos de este archivo están ya en tu lista.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in your list already and stay as they are.</source>
        <translation>
            <numerusform>%n de ellos está ya en tu lista y se queda como está.</numerusform>
            <numerusform>%n de ellos están ya en tu lista y se quedan como están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries make no sense and are left out.</source>
        <translation>
            <numerusform>%n entrada no se entiende y se omite.</numerusform>
            <numerusform>%n entradas no se entienden y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message numerus="yes">
        <source>Add %n contact(s)</source>
        <translation>
            <numerusform>Añadir %n contacto</numerusform>
            <numerusform>Añadir %n contactos</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added.</source>
        <translation>
            <numerusform>%n contacto añadido.</numerusform>
            <numerusform>%n contactos añadidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be added.</source>
        <translation>
            <numerusform>%n no se ha podido añadir.</numerusform>
            <numerusform>%n no se han podido añadir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact lists (*.xml)</source>
        <translation>Listas de contactos (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>No se puede leer el archivo: %1</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Exportar contactos</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) written.</source>
        <translation>
            <numerusform>%n contacto escrito.</numerusform>
            <numerusform>%n contactos escritos.</numerusform>
        </translation>
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
    <name>tertulia::KeyMap</name>
    <message>
        <source>Search or jump</source>
        <translation>Buscar o ir a</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Show chats</source>
        <translation>Mostrar los chats</translation>
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
        <source>Next chat in recent order</source>
        <translation>Chat siguiente por orden de uso</translation>
    </message>
    <message>
        <source>Previous chat in recent order</source>
        <translation>Chat anterior por orden de uso</translation>
    </message>
    <message>
        <source>First chat of the list</source>
        <translation>Primer chat de la lista</translation>
    </message>
    <message>
        <source>Second chat of the list</source>
        <translation>Segundo chat de la lista</translation>
    </message>
    <message>
        <source>Third chat of the list</source>
        <translation>Tercer chat de la lista</translation>
    </message>
    <message>
        <source>Fourth chat of the list</source>
        <translation>Cuarto chat de la lista</translation>
    </message>
    <message>
        <source>Fifth chat of the list</source>
        <translation>Quinto chat de la lista</translation>
    </message>
    <message>
        <source>Sixth chat of the list</source>
        <translation>Sexto chat de la lista</translation>
    </message>
    <message>
        <source>Seventh chat of the list</source>
        <translation>Séptimo chat de la lista</translation>
    </message>
    <message>
        <source>Eighth chat of the list</source>
        <translation>Octavo chat de la lista</translation>
    </message>
    <message>
        <source>Ninth chat of the list</source>
        <translation>Noveno chat de la lista</translation>
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
        <source>New chat</source>
        <translation>Nuevo chat</translation>
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
        <source>Close chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Reopen closed chat</source>
        <translation>Volver a abrir el chat cerrado</translation>
    </message>
    <message>
        <source>Details of the chat</source>
        <translation>Detalles del chat</translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation>Silenciar o dejar de silenciar</translation>
    </message>
    <message>
        <source>Archive, or take it back</source>
        <translation>Archivar o desarchivar</translation>
    </message>
    <message>
        <source>Rename contact</source>
        <translation>Cambiar el nombre del contacto</translation>
    </message>
    <message>
        <source>Find in chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Jump to a date</source>
        <translation>Ir a una fecha</translation>
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
        <source>Oldest message that is loaded</source>
        <translation>Mensaje más antiguo de los cargados</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Mensaje más reciente</translation>
    </message>
    <message>
        <source>Reply to the message with the focus</source>
        <translation>Responder al mensaje enfocado</translation>
    </message>
    <message>
        <source>Copy the message with the focus</source>
        <translation>Copiar el mensaje enfocado</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Edit my last message</source>
        <translation>Editar mi último mensaje</translation>
    </message>
    <message>
        <source>Choose an earlier message</source>
        <translation>Elegir un mensaje anterior</translation>
    </message>
    <message>
        <source>Choose a later message</source>
        <translation>Elegir un mensaje posterior</translation>
    </message>
    <message>
        <source>Scroll the conversation up</source>
        <translation>Desplazar la conversación hacia arriba</translation>
    </message>
    <message>
        <source>Scroll the conversation down</source>
        <translation>Desplazar la conversación hacia abajo</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texto normal</translation>
    </message>
    <message>
        <source>Show or hide the menu bar</source>
        <translation>Mostrar u ocultar la barra de menús</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Choose status</source>
        <translation>Elegir estado</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Finding your way</source>
        <translation>Orientarse</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Tachado</translation>
    </message>
    <message>
        <source>Paste as plain text</source>
        <translation>Pegar como texto sin formato</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Enviar más tarde</translation>
    </message>
    <message>
        <source>Jump to the beginning of the chat</source>
        <translation>Saltar al principio del chat</translation>
    </message>
    <message>
        <source>Jump to the first unread message</source>
        <translation>Saltar al primer mensaje sin leer</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>Volver adonde estaba</translation>
    </message>
</context>
<context>
    <name>tertulia::KeyRecorder</name>
    <message>
        <source>Press the new key</source>
        <translation>Pulsa la tecla nueva</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
</context>
<context>
    <name>tertulia::KeyTable</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Menu of a row</source>
        <translation>Menú de una fila</translation>
    </message>
    <message>
        <source>From message to message</source>
        <translation>De mensaje en mensaje</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>Qué se puede hacer con un mensaje</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un paso atrás</translation>
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
        <source>Edit my last message, in an empty field</source>
        <translation>Editar mi último mensaje, con el campo vacío</translation>
    </message>
</context>
<context>
    <name>tertulia::KeyboardPage</name>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Usarla aquí</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Choose an action to change its key.</source>
        <translation>Elige una acción para cambiar su tecla.</translation>
    </message>
    <message>
        <source>%1 is needed for writing. Take it together with Ctrl or Alt.</source>
        <translation>%1 hace falta para escribir. Úsala junto con Ctrl o Alt.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 es la tecla de «%2».</translation>
    </message>
</context>
<context>
    <name>tertulia::KeyboardPreferences</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>tertulia::LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
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
    <message>
        <source>&amp;Jump to a date…</source>
        <translation>&amp;Ir a una fecha…</translation>
    </message>
    <message>
        <source>P&amp;in</source>
        <translation>F&amp;ijar</translation>
    </message>
    <message>
        <source>M&amp;ute</source>
        <translation>Silenciar (&amp;u)</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivar</translation>
    </message>
    <message>
        <source>Reopen c&amp;losed chat</source>
        <translation>Vo&amp;lver a abrir el chat cerrado</translation>
    </message>
    <message>
        <source>&amp;Mark as unread</source>
        <translation>&amp;Marcar como no leído</translation>
    </message>
    <message>
        <source>Unp&amp;in</source>
        <translation>Dejar de f&amp;ijar</translation>
    </message>
    <message>
        <source>Unm&amp;ute</source>
        <translation>Dejar de silenciar (&amp;u)</translation>
    </message>
    <message>
        <source>Un&amp;archive</source>
        <translation>Des&amp;archivar</translation>
    </message>
    <message>
        <source>Search &amp;all messages</source>
        <translation>Buscar en todos los mens&amp;ajes</translation>
    </message>
    <message>
        <source>C&amp;ompact list</source>
        <translation>Lista c&amp;ompacta</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>menus</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>My &amp;profile…</source>
        <translation>Mi &amp;perfil…</translation>
    </message>
    <message>
        <source>My &amp;address as a picture…</source>
        <translation>Mi &amp;dirección como imagen…</translation>
    </message>
    <message>
        <source>&amp;Import contacts…</source>
        <translation>&amp;Importar contactos…</translation>
    </message>
    <message>
        <source>E&amp;xport contacts…</source>
        <translation>E&amp;xportar contactos…</translation>
    </message>
    <message>
        <source>Mar&amp;ked messages…</source>
        <translation>Mensajes mar&amp;cados…</translation>
    </message>
    <message>
        <source>Jump to the &amp;beginning</source>
        <translation>Saltar al &amp;principio</translation>
    </message>
    <message>
        <source>Jump to the first unread message</source>
        <translation>Saltar al primer mensaje sin leer</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>Volver adonde estaba</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
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
    <name>tertulia::MarkedMessages</name>
    <message>
        <source>&amp;Go to message</source>
        <translation>&amp;Ir al mensaje</translation>
    </message>
    <message>
        <source>&amp;Remove the mark</source>
        <translation>&amp;Quitar la marca</translation>
    </message>
    <message>
        <source>Marked messages</source>
        <translation>Mensajes marcados</translation>
    </message>
    <message>
        <source>Search marked messages</source>
        <translation>Buscar en los mensajes marcados</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a person and a time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No messages are marked. “Mark for later” in the menu of a message puts it here.</source>
        <translation>No hay mensajes marcados. «Marcar para más tarde», en el menú de un mensaje, lo pone aquí.</translation>
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
    <message>
        <source>&amp;Show or hide the spoiler</source>
        <translation>Mo&amp;strar u ocultar el spoiler</translation>
    </message>
    <message>
        <source>Copy co&amp;de</source>
        <translation>Copiar có&amp;digo</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>Se&amp;leccionar</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Reen&amp;viar</translation>
    </message>
    <message>
        <source>&amp;Mark for later</source>
        <translation>&amp;Marcar para más tarde</translation>
    </message>
    <message>
        <source>Remove the &amp;mark</source>
        <translation>Quitar la &amp;marca</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>E&amp;nviar ahora</translation>
    </message>
    <message>
        <source>C&amp;hange the time…</source>
        <translation>Ca&amp;mbiar la hora…</translation>
    </message>
    <message>
        <source>Copy as &amp;quotation</source>
        <translation>Copiar como c&amp;ita</translation>
    </message>
    <message>
        <source>Remove here…</source>
        <translation>Quitar de aquí…</translation>
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
    <message numerus="yes">
        <source>Delete %n message(s) here?</source>
        <translation>
            <numerusform>¿Eliminar aquí %n mensaje?</numerusform>
            <numerusform>¿Eliminar aquí %n mensajes?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are deleted from this device only. Others, and your other devices, keep them.</source>
        <translation>Se eliminan solo de este dispositivo. Los demás, y tus otros dispositivos, los conservan.</translation>
    </message>
    <message>
        <source>Delete here</source>
        <translation>Eliminar aquí</translation>
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
    <message>
        <source>Markers</source>
        <translation>Confirmación de lectura</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>pedida</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Id. del mensaje</translation>
    </message>
    <message>
        <source>Origin id</source>
        <translation>Id. de origen</translation>
    </message>
    <message>
        <source>Archive id</source>
        <translation>Id. en el archivo</translation>
    </message>
    <message>
        <source>Archive of</source>
        <translation>Archivo de</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Se enviará</translation>
    </message>
    <message>
        <source>XML source</source>
        <translation>Código XML</translation>
    </message>
    <message>
        <source>Only known of messages that came or were sent since Tertulia was started: it is kept nowhere.</source>
        <translation>Solo se conoce el de los mensajes recibidos o enviados desde que se inició Tertulia: no se guarda en ningún sitio.</translation>
    </message>
    <message>
        <source>Copy source</source>
        <translation>Copiar el código</translation>
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
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>to be sent at %1</source>
        <translation>se enviará el %1</translation>
    </message>
    <message>
        <source>marked for later</source>
        <translation>marcado para más tarde</translation>
    </message>
    <message>
        <source>Goes out %1</source>
        <comment>a time</comment>
        <translation>Sale: %1</translation>
    </message>
</context>
<context>
    <name>tertulia::NoteField</name>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Only you see it, on all your devices</source>
        <translation>Solo la ves tú, en todos tus dispositivos</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too long to be kept.</source>
        <translation>
            <numerusform>Sobra %n carácter: no cabe.</numerusform>
            <numerusform>Sobran %n caracteres: no cabe.</numerusform>
        </translation>
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
    <name>tertulia::NotificationPreferences</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
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
        <source>Show notifications</source>
        <translation>Mostrar notificaciones</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>Reproducir sonidos</translation>
    </message>
    <message>
        <source>While the screen is locked, they only say that there is a message.</source>
        <translation>Con la pantalla bloqueada solo dicen que hay un mensaje.</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>Avisarme de</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Contact requests</source>
        <translation>Solicitudes de contacto</translation>
    </message>
    <message>
        <source>Messages that could not be sent</source>
        <translation>Mensajes que no se han podido enviar</translation>
    </message>
    <message>
        <source>Accounts that cannot connect</source>
        <translation>Cuentas que no pueden conectarse</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Mostrar: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Sonido: %1</translation>
    </message>
    <message>
        <source>Muted chats</source>
        <translation>Chats silenciados</translation>
    </message>
    <message>
        <source>No chat is muted.</source>
        <translation>No hay ningún chat silenciado.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications</source>
        <translation>Las notificaciones del escritorio</translation>
    </message>
    <message>
        <source>Show a sample</source>
        <translation>Mostrar un ejemplo</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba, probar</translation>
    </message>
    <message>
        <source>Reactions to my messages</source>
        <translation>Reacciones a mis mensajes</translation>
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
        <translation>Sin conexión. Lo que envíes ahora esperará y saldrá por sí solo.</translation>
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
    <name>tertulia::PersonFacts</name>
    <message>
        <source>Listens to</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>song, who plays it</comment>
        <translation>%1, de %2</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última conexión</translation>
    </message>
    <message>
        <source>Time there</source>
        <translation>Hora allí</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre esta persona</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Cumpleaños</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
</context>
<context>
    <name>tertulia::PictureCrop</name>
    <message>
        <source>Part of the picture</source>
        <translation>Parte de la imagen</translation>
    </message>
    <message>
        <source>Arrow keys move it; plus and minus change how much is shown</source>
        <translation>Las flechas la mueven; más y menos cambian cuánto se ve</translation>
    </message>
</context>
<context>
    <name>tertulia::PictureDialog</name>
    <message>
        <source>Your picture</source>
        <translation>Tu imagen</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Ampliación</translation>
    </message>
    <message>
        <source>Everybody who knows your address can see your picture.</source>
        <translation>Cualquiera que conozca tu dirección puede ver tu imagen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use picture</source>
        <translation>Usar imagen</translation>
    </message>
</context>
<context>
    <name>tertulia::PortalNotifications</name>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Notifications of the sandbox&apos;s portal: OK</source>
        <translation>Notificaciones del portal del entorno aislado: bien</translation>
    </message>
    <message>
        <source>No notification service was found.</source>
        <translation>No se encontró ningún servicio de notificaciones.</translation>
    </message>
</context>
<context>
    <name>tertulia::PreferencesWindow</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Search the preferences</source>
        <translation>Buscar en las preferencias</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>No se ha encontrado nada con «%1».</translation>
    </message>
</context>
<context>
    <name>tertulia::PrivacyPage</name>
    <message>
        <source>My contacts may know</source>
        <translation>Mis contactos pueden saber</translation>
    </message>
    <message>
        <source>that I am writing</source>
        <translation>que estoy escribiendo</translation>
    </message>
    <message>
        <source>that their messages arrived</source>
        <translation>que sus mensajes han llegado</translation>
    </message>
    <message>
        <source>that I have read their messages</source>
        <translation>que he leído sus mensajes</translation>
    </message>
    <message>
        <source>which program I use</source>
        <translation>qué programa uso</translation>
    </message>
    <message>
        <source>what time it is where I am</source>
        <translation>qué hora es donde estoy</translation>
    </message>
    <message>
        <source>Nobody else is told any of it. A single chat can differ: see its details.</source>
        <translation>A nadie más se le dice nada de esto. Cada chat puede ser distinto: mira sus detalles.</translation>
    </message>
</context>
<context>
    <name>tertulia::PrivacyPreferences</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Messages of strangers</source>
        <translation>Mensajes de desconocidos</translation>
    </message>
    <message>
        <source>Wait under Requests</source>
        <translation>Esperan en Solicitudes</translation>
    </message>
    <message>
        <source>Are shown like any others</source>
        <translation>Se muestran como los demás</translation>
    </message>
    <message>
        <source>Are not shown</source>
        <translation>No se muestran</translation>
    </message>
    <message>
        <source>Strangers are people who are not in your contacts and whom you have not answered.</source>
        <translation>Son desconocidos quienes no están en tus contactos y a quienes no has contestado.</translation>
    </message>
    <message>
        <source>Let contacts know since when I am away</source>
        <translation>Que mis contactos sepan desde cuándo estoy ausente</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueados</translation>
    </message>
    <message>
        <source>Let contacts know what I am listening to</source>
        <translation>Que mis contactos sepan qué escucho</translation>
    </message>
    <message>
        <source>Ask before a link of a message is opened</source>
        <translation>Preguntar antes de abrir un enlace de un mensaje</translation>
    </message>
    <message>
        <source>browser, web address</source>
        <translation>navegador, dirección web</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este ordenador</translation>
    </message>
    <message>
        <source>Forget the emoji and status messages that I used</source>
        <translation>Olvidar los emojis y mensajes de estado que he usado</translation>
    </message>
    <message>
        <source>clear data, traces</source>
        <translation>borrar datos, rastros</translation>
    </message>
    <message>
        <source>Messages are removed on the page History.</source>
        <translation>Los mensajes se eliminan en la página Historial.</translation>
    </message>
</context>
<context>
    <name>tertulia::ProfileForm</name>
    <message>
        <source>Full name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>What others see in their list</source>
        <translation>Lo que ven los demás en su lista</translation>
    </message>
    <message>
        <source>About me</source>
        <translation>Sobre mí</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Cumpleaños</translation>
    </message>
    <message>
        <source>Year-month-day, as 1984-02-29</source>
        <translation>Año-mes-día, como 1984-02-29</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Localidad</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
</context>
<context>
    <name>tertulia::ProfileWindow</name>
    <message>
        <source>Choose &amp;picture…</source>
        <translation>Elegir &amp;imagen…</translation>
    </message>
    <message>
        <source>&amp;Remove picture</source>
        <translation>&amp;Quitar imagen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Profile of %1</source>
        <translation>Perfil de %1</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Quién puede verlo</translation>
    </message>
    <message>
        <source>My contacts</source>
        <translation>Mis contactos</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todo el mundo</translation>
    </message>
    <message>
        <source>&amp;Who can see it</source>
        <translation>&amp;Quién puede verlo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The profile can be seen and changed while the account is connected.</source>
        <translation>El perfil se puede ver y cambiar mientras la cuenta está conectada.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>This file is not a picture that can be shown.</source>
        <translation>Este archivo no es una imagen que se pueda mostrar.</translation>
    </message>
    <message>
        <source>Everybody who knows your address can read all of it.</source>
        <translation>Cualquiera que conozca tu dirección puede leerlo todo.</translation>
    </message>
    <message>
        <source>Your names and your picture can be seen by everybody who knows your address.</source>
        <translation>Tus nombres y tu imagen los puede ver cualquiera que conozca tu dirección.</translation>
    </message>
    <message>
        <source>Those chosen in another program</source>
        <translation>Quienes se eligieron en otro programa</translation>
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
    <name>tertulia::RecentOverlay</name>
    <message>
        <source>Recent chats</source>
        <translation>Chats recientes</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <comment>unread messages, name of a chat</comment>
        <translation>(%1) %2</translation>
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
        <translation>%1 quiere añadirte</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Let %1 see your status, and ask to see theirs</source>
        <translation>Dejar que %1 vea tu estado y pedir ver el suyo</translation>
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
    <message>
        <source>%1 wrote to you</source>
        <translation>%1 te ha escrito</translation>
    </message>
    <message>
        <source>Enter opens what they wrote; they are not told</source>
        <translation>Intro abre lo que ha escrito; no se le avisa</translation>
    </message>
    <message>
        <source>Take %1 among your chats</source>
        <translation>Pasar a %1 a tus chats</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Put away what %1 wrote; they are not told</source>
        <translation>Apartar lo que ha escrito %1; no se le avisa</translation>
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
    <name>tertulia::SearchPage</name>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Type words, &quot;a phrase&quot;, or choose a filter.</source>
        <translation>Escribe palabras, &quot;una frase&quot; o elige un filtro.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>No se ha encontrado nada para «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n message(s)</source>
        <translation>
            <numerusform>El mensaje más reciente</numerusform>
            <numerusform>Los %n mensajes más recientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Search still older messages on server</source>
        <translation>Buscar mensajes aún más antiguos en el servidor</translation>
    </message>
    <message>
        <source>Search older messages on server</source>
        <translation>Buscar mensajes más antiguos en el servidor</translation>
    </message>
    <message>
        <source>Searching on server…</source>
        <translation>Buscando en el servidor…</translation>
    </message>
    <message>
        <source>That is all there is on server.</source>
        <translation>Es todo lo que hay en el servidor.</translation>
    </message>
    <message>
        <source>Your server does not search its messages.</source>
        <translation>Tu servidor no busca en sus mensajes.</translation>
    </message>
    <message>
        <source>The server did not search.</source>
        <translation>El servidor no ha podido buscar.</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
</context>
<context>
    <name>tertulia::SearchResults</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
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
        <translation>Iniciar sesión solo si la sesión queda vinculada a esta conexión cifrada, para que nadie pueda ponerse en medio. No todos los servidores lo permiten.</translation>
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
    <name>tertulia::SelectionStrip</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Forward…</source>
        <translation>Ree&amp;nviar…</translation>
    </message>
    <message>
        <source>&amp;Delete here…</source>
        <translation>E&amp;liminar aquí…</translation>
    </message>
    <message>
        <source>Stop selecting</source>
        <translation>Dejar de seleccionar</translation>
    </message>
    <message>
        <source>Selected messages</source>
        <translation>Mensajes seleccionados</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionado</numerusform>
            <numerusform>%n seleccionados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SendTimes</name>
    <message>
        <source>In an &amp;hour (%1)</source>
        <translation>Dentro de una &amp;hora (%1)</translation>
    </message>
    <message>
        <source>This &amp;evening (%1)</source>
        <translation>Esta &amp;noche (%1)</translation>
    </message>
    <message>
        <source>Tomorrow &amp;morning (%1)</source>
        <translation>&amp;Mañana por la mañana (%1)</translation>
    </message>
    <message>
        <source>&amp;Date and time…</source>
        <translation>&amp;Fecha y hora…</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Enviar más tarde</translation>
    </message>
    <message>
        <source>The message stays in the chat until then. If you are offline at that time, it goes out when you are online again.</source>
        <translation>El mensaje se queda en el chat hasta entonces. Si a esa hora no estás en línea, saldrá cuando vuelvas a estarlo.</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Día y hora</translation>
    </message>
    <message>
        <source>Day and &amp;time</source>
        <translation>Día y &amp;hora</translation>
    </message>
    <message>
        <source>&amp;Send then</source>
        <translation>&amp;Enviar entonces</translation>
    </message>
</context>
<context>
    <name>tertulia::ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
</context>
<context>
    <name>tertulia::SidePane</name>
    <message>
        <source>Search or jump</source>
        <translation>Buscar o ir a</translation>
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
    <message>
        <source>Contact list options</source>
        <translation>Opciones de la lista de contactos</translation>
    </message>
</context>
<context>
    <name>tertulia::SlashCommands</name>
    <message>
        <source>say what you do: “/me waves”</source>
        <translation>cuenta lo que haces: «/me saluda»</translation>
    </message>
    <message>
        <source>show the commands</source>
        <translation>muestra las órdenes</translation>
    </message>
    <message>
        <source>After “/me” comes what you do: “/me waves”.</source>
        <translation>Después de «/me» va lo que haces: «/me saluda».</translation>
    </message>
    <message>
        <source>“%1” is for rooms, and this is a chat with one person.</source>
        <translation>«%1» es para salas, y este es un chat con una sola persona.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Two slashes at the start send one.</source>
        <translation>No existe la orden «%1». Dos barras al principio envían una.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>send a text that begins with a slash</source>
        <translation>envía un texto que empieza con una barra</translation>
    </message>
</context>
<context>
    <name>tertulia::SpellingPage</name>
    <message>
        <source>There is no dictionary on this computer, so spelling is not checked. Dictionaries of Hunspell are found once they are installed; the packages are called like hunspell-es or hunspell-en-gb.</source>
        <translation>En este equipo no hay ningún diccionario, así que no se revisa la ortografía. Los diccionarios de Hunspell se encuentran en cuanto se instalan; los paquetes se llaman, por ejemplo, hunspell-es o hunspell-en-gb.</translation>
    </message>
    <message>
        <source>Mark misspelt words, unless a chat has languages of its own, in:</source>
        <translation>Marcar las palabras mal escritas, salvo en los chats con idiomas propios, en:</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Words you added</source>
        <translation>Palabras que añadiste</translation>
    </message>
    <message>
        <source>&amp;Remove word</source>
        <translation>&amp;Quitar palabra</translation>
    </message>
</context>
<context>
    <name>tertulia::SpellingPreferences</name>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
</context>
<context>
    <name>tertulia::SpoilerDialog</name>
    <message>
        <source>Send as a spoiler</source>
        <translation>Enviar como spoiler</translation>
    </message>
    <message>
        <source>Others see this hint, and your message when they ask for it. Old programs show the message at once.</source>
        <translation>Los demás ven esta pista, y tu mensaje cuando lo pidan. Los programas antiguos muestran el mensaje enseguida.</translation>
    </message>
    <message>
        <source>&amp;Hint, if you like</source>
        <translation>&amp;Pista, si quieres</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De qué trata</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
</context>
<context>
    <name>tertulia::SpoilerText</name>
    <message>
        <source>Spoiler</source>
        <translation>Spoiler</translation>
    </message>
    <message>
        <source>Spoiler: %1</source>
        <translation>Spoiler: %1</translation>
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
    <message>
        <source>marked as unread</source>
        <translation>marcado como no leído</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivado</translation>
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
    <name>tertulia::StatusMenu</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Recent messages</source>
        <translation>Mensajes recientes</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún no hay ninguno</translation>
    </message>
    <message>
        <source>Clear message</source>
        <translation>Quitar el mensaje</translation>
    </message>
    <message>
        <source>Clear at %1</source>
        <translation>Quitar a las %1</translation>
    </message>
    <message>
        <source>Clear after</source>
        <translation>Quitar después de</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>At %1</source>
        <translation>
            <numerusform>A la %1</numerusform>
            <numerusform>A las %1</numerusform>
        </translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 horas</translation>
    </message>
    <message>
        <source>At the end of the day</source>
        <translation>Al acabar el día</translation>
    </message>
    <message>
        <source>As chosen for all</source>
        <translation>Como se eligió para todas</translation>
    </message>
</context>
<context>
    <name>tertulia::StatusPreferences</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>When Tertulia starts</source>
        <translation>Al iniciar Tertulia</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>Como la última vez</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Show me as away while I do not use the computer</source>
        <translation>Mostrarme ausente mientras no use el equipo</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Away after</source>
        <translation>Ausente tras</translation>
    </message>
    <message>
        <source>Not available after</source>
        <translation>No disponible tras</translation>
    </message>
    <message>
        <source>Show me as away while the screen is locked</source>
        <translation>Mostrarme ausente mientras la pantalla esté bloqueada</translation>
    </message>
    <message>
        <source>What others read meanwhile</source>
        <translation>Lo que leen los demás mientras tanto</translation>
    </message>
    <message>
        <source>Message while away</source>
        <translation>Mensaje mientras estoy ausente</translation>
    </message>
    <message>
        <source>My own message stays</source>
        <translation>Se queda mi mensaje</translation>
    </message>
    <message>
        <source>Message while not available</source>
        <translation>Mensaje mientras no estoy disponible</translation>
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
    <message>
        <source>&amp;Save what can be read</source>
        <translation>&amp;Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Reading what can be read…</source>
        <translation>Leyendo lo que se puede leer…</translation>
    </message>
    <message>
        <source>Your messages were saved</source>
        <translation>Tus mensajes se han salvado</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>No se ha podido leer nada</translation>
    </message>
    <message>
        <source>All of them could be read.</source>
        <translation>Se han podido leer todos.</translation>
    </message>
    <message>
        <source>Some could not be read. What your server still keeps is fetched again.</source>
        <translation>Algunos no se han podido leer. Lo que tu servidor aún conserva se vuelve a descargar.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were saved.</source>
        <translation>
            <numerusform>Se ha salvado %n mensaje.</numerusform>
            <numerusform>Se han salvado %n mensajes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file was kept as %1.</source>
        <translation>El archivo dañado se conserva como %1.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message numerus="yes">
        <source>The settings of %n account(s) are lost: turn on “Use this account” again.</source>
        <translation>
            <numerusform>Los ajustes de %n cuenta se han perdido: vuelve a activar «Usar esta cuenta».</numerusform>
            <numerusform>Los ajustes de %n cuentas se han perdido: vuelve a activar «Usar esta cuenta».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::StrangerBar</name>
    <message>
        <source>%1 is not in your contacts. They do not learn that you read this.</source>
        <translation>%1 no está en tus contactos. No sabrá que lees esto.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Take this conversation among your chats</source>
        <translation>Pasar esta conversación a tus chats</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Denunciar…</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Put it away; they are not told</source>
        <translation>Apartarla; no se le avisa</translation>
    </message>
</context>
<context>
    <name>tertulia::SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>tertulia::Switcher</name>
    <message>
        <source>Search or jump</source>
        <translation>Buscar o ir a</translation>
    </message>
    <message>
        <source>Quick switcher</source>
        <translation>Buscador rápido</translation>
    </message>
    <message>
        <source>Chats, people, messages and commands</source>
        <translation>Chats, personas, mensajes y órdenes</translation>
    </message>
    <message>
        <source>Type what you are looking for.</source>
        <translation>Escribe lo que buscas.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>No se ha encontrado nada para «%1».</translation>
    </message>
    <message>
        <source>%1 opens</source>
        <comment>key</comment>
        <translation>%1 abre</translation>
    </message>
    <message>
        <source>%1 opens, %2 in its own window</source>
        <comment>keys</comment>
        <translation>%1 abre; %2, en su propia ventana</translation>
    </message>
</context>
<context>
    <name>tertulia::SwitcherList</name>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
</context>
<context>
    <name>tertulia::SwitcherModel</name>
    <message>
        <source>Recent chats</source>
        <translation>Chats recientes</translation>
    </message>
    <message>
        <source>Chats and people</source>
        <translation>Chats y personas</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SystemPreferences</name>
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
        <source>This desktop shows no tray icon: closing the main window ends Tertulia, as nobody could find it again.</source>
        <translation>Este escritorio no muestra iconos de bandeja: al cerrar la ventana principal se sale de Tertulia, pues no habría forma de volver a encontrarla.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Start Tertulia when I log in to the computer</source>
        <translation>Abrir Tertulia al iniciar sesión en el equipo</translation>
    </message>
    <message>
        <source>autostart</source>
        <translation>inicio automático, arranque, autoarranque</translation>
    </message>
    <message>
        <source>What starts with the session could not be changed.</source>
        <translation>No se ha podido cambiar lo que se inicia con la sesión.</translation>
    </message>
    <message>
        <source>It starts hidden if there is a tray.</source>
        <translation>Se abre oculta si hay bandeja.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Enlaces</translation>
    </message>
    <message>
        <source>Open xmpp: links with Tertulia</source>
        <translation>Abrir los enlaces xmpp: con Tertulia</translation>
    </message>
    <message>
        <source>Once Tertulia is installed for this desktop, it can open xmpp: links.</source>
        <translation>Cuando Tertulia esté instalada en este escritorio podrá abrir enlaces xmpp:.</translation>
    </message>
    <message>
        <source>xmpp: links open with Tertulia.</source>
        <translation>Los enlaces xmpp: se abren con Tertulia.</translation>
    </message>
    <message>
        <source>xmpp: links do not open with Tertulia.</source>
        <translation>Los enlaces xmpp: no se abren con Tertulia.</translation>
    </message>
    <message>
        <source>Who opens xmpp: links could not be changed.</source>
        <translation>No se ha podido cambiar quién abre los enlaces xmpp:.</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Mostrar un icono en la bandeja</translation>
    </message>
    <message>
        <source>Without the icon, closing the main window ends Tertulia, as nobody could find it again.</source>
        <translation>Sin el icono, al cerrar la ventana principal Tertulia termina, porque nadie podría volver a encontrarla.</translation>
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
    <message>
        <source>%1, hidden</source>
        <comment>a spoiler</comment>
        <translation>%1, oculto</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
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
    <message numerus="yes">
        <source>Muted until %1</source>
        <translation>
            <numerusform>En silencio hasta la %1</numerusform>
            <numerusform>En silencio hasta las %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mute all</source>
        <translation>Silenciar todo</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Unmute all</source>
        <translation>Dejar de silenciar</translation>
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
    <name>tertulia::TypedSearch</name>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>in</source>
        <translation>en</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>has</source>
        <translation>con</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>link</source>
        <translation>enlace</translation>
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
<context>
    <name>tertulia::WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>tertulia::WritingActions</name>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Negrita</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Cursiva</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>Có&amp;digo</translation>
    </message>
    <message>
        <source>&amp;Strike through</source>
        <translation>&amp;Tachado</translation>
    </message>
    <message>
        <source>Paste as p&amp;lain text</source>
        <translation>Pegar como texto sin &amp;formato</translation>
    </message>
    <message>
        <source>Insert &amp;emoji…</source>
        <translation>Insertar &amp;emoji…</translation>
    </message>
    <message>
        <source>Send la&amp;ter…</source>
        <translation>Enviar más &amp;tarde…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
</context>
<context>
    <name>tertulia::XmlConsole</name>
    <message>
        <source>This is not complete yet.</source>
        <translation>Todavía no está completo.</translation>
    </message>
    <message>
        <source>This is not well-formed XML.</source>
        <translation>Esto no es XML bien formado.</translation>
    </message>
    <message>
        <source>Write exactly one element, without text beside it.</source>
        <translation>Escribe exactamente un elemento, sin texto al lado.</translation>
    </message>
    <message>
        <source>Only a message, a presence or a request (iq of type get or set) can be sent.</source>
        <translation>Solo se puede enviar un mensaje, una presencia o una petición (iq de tipo get o set).</translation>
    </message>
    <message>
        <source>The account is not online.</source>
        <translation>La cuenta no está conectada.</translation>
    </message>
    <message>
        <source>Show only what contains</source>
        <translation>Mostrar solo lo que contenga</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Limpiar</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>XML console</source>
        <translation>Consola XML</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>XML of the connection</source>
        <translation>XML de la conexión</translation>
    </message>
    <message>
        <source>XML to send</source>
        <translation>XML para enviar</translation>
    </message>
    <message>
        <source>What the account says and hears is shown from now on and kept nowhere. Log-ins and changes of the password are left out; messages are not: think before you pass this on.</source>
        <translation>A partir de ahora se muestra lo que la cuenta dice y oye, y no se guarda en ningún sitio. Los inicios de sesión y los cambios de contraseña no aparecen; los mensajes sí: piénsalo antes de pasárselo a alguien.</translation>
    </message>
    <message>
        <source>→ %1 sent</source>
        <comment>a time</comment>
        <translation>→ %1 enviado</translation>
    </message>
    <message>
        <source>← %1 received</source>
        <comment>a time</comment>
        <translation>← %1 recibido</translation>
    </message>
</context>
</TS>
